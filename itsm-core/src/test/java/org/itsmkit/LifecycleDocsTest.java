package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.cab.CabMeetingLifecycle;
import org.itsmkit.change.model.ChangeModelLifecycle;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.governance.DirectiveLifecycle;
import org.itsmkit.governance.policy.GovernancePolicyLifecycle;
import org.itsmkit.improvement.ImprovementLifecycle;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.knownerror.KnownErrorLifecycle;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.majorincident.MajorIncidentLifecycle;
import org.itsmkit.practice.AssessmentLifecycle;
import org.itsmkit.problem.ProblemLifecycle;
import org.itsmkit.service.ServiceLifecycle;
import org.itsmkit.servicelevel.AgreementLifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/lifecycles} says what the lifecycles say. With {@code -Ditsm.docs.write=true} it is printed anew. */
class LifecycleDocsTest {

    private static final boolean WRITE = Boolean.getBoolean("itsm.docs.write");

    static List<Arguments> pages() {
        return List.of(
                Arguments.of("incident", IncidentLifecycle.standard()),
                Arguments.of("change", ChangeLifecycle.of(ChangeType.NORMAL)),
                Arguments.of("standard-change", ChangeLifecycle.of(ChangeType.STANDARD)),
                Arguments.of("emergency-change", ChangeLifecycle.of(ChangeType.EMERGENCY)),
                Arguments.of("change-model", ChangeModelLifecycle.standard()),
                Arguments.of("problem", ProblemLifecycle.standard()),
                Arguments.of("known-error", KnownErrorLifecycle.standard()),
                Arguments.of("major-incident", MajorIncidentLifecycle.standard()),
                Arguments.of("cab-meeting", CabMeetingLifecycle.standard()),
                Arguments.of("improvement", ImprovementLifecycle.standard()),
                Arguments.of("agreement", AgreementLifecycle.standard()),
                Arguments.of("assessment", AssessmentLifecycle.standard()),
                Arguments.of("service", ServiceLifecycle.standard()),
                Arguments.of("governance-policy", GovernancePolicyLifecycle.standard()),
                Arguments.of("directive", DirectiveLifecycle.standard()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void thePageIsNotStale(String name, Lifecycle lifecycle) throws IOException {
        Path page = root().resolve("docs/lifecycles/" + name + ".md");
        String text = page(name, lifecycle);
        if (WRITE) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("stale; -Ditsm.docs.write=true prints it anew")
                .exists()
                .content()
                .isEqualTo(text);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("itsm-core/pom.xml"))) {
            here = here.getParent();
        }
        return here;
    }

    private static String page(String name, Lifecycle lifecycle) {
        StringBuilder text = new StringBuilder();
        text.append("# The standard lifecycle: ").append(name).append('\n');
        text.append("\nPrinted by `LifecycleDocsTest`, which fails when this page is stale:")
                .append(
                        " `mvn test -pl itsm-core -am -Dtest=LifecycleDocsTest -Ditsm.docs.write=true` prints it anew.\n");
        text.append("\n```mermaid\n").append(lifecycle.toMermaid()).append("```\n");
        text.append("\n| Status | Phase | Activity | Leads on | Possible there |\n|---|---|---|---|---|\n");
        for (Status status : lifecycle.statuses()) {
            text.append("| ")
                    .append(status)
                    .append(" | ")
                    .append(status.phase())
                    .append(" | ")
                    .append(lifecycle.activity(status))
                    .append(" | ")
                    .append(rows(lifecycle, status, false))
                    .append(" | ")
                    .append(rows(lifecycle, status, true))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String rows(Lifecycle lifecycle, Status from, boolean stays) {
        return lifecycle.transitions(from).stream()
                .filter(row -> row.stays() == stays)
                .map(row -> stays ? row.action().value() : arrow(row))
                .collect(Collectors.joining(", "));
    }

    private static String arrow(Transition row) {
        return row.action() + " → " + row.to();
    }
}
