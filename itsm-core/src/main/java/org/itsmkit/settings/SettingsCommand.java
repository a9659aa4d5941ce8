package org.itsmkit.settings;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Finding;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleData;

/** What may be wanted of settings. All that is wrong with a tailoring is told at once, as the lifecycles' own findings. */
public final class SettingsCommand {

    private SettingsCommand() {}

    /** Tailor something for the first time. */
    public record Introduce(Tailoring tailoring) implements Creation<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.INTRODUCE;
        }

        @Override
        public List<Violation> check(Context context) {
            return objections(tailoring);
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(Context context) {
            return right(List.of(new SettingsEvent.Introduced(tailoring)));
        }
    }

    /** Tailor something else; what is no longer said is standard again. */
    public record Change(Tailoring tailoring) implements Command<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.CHANGE;
        }

        @Override
        public List<Violation> check(Context context) {
            return objections(tailoring);
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(TenantSettings settings, Context context) {
            return right(
                    settings.tailoring().equals(tailoring) ? List.of() : List.of(new SettingsEvent.Changed(tailoring)));
        }
    }

    private static List<Violation> objections(Tailoring tailoring) {
        List<Violation> violations = new ArrayList<>();
        tailoring.lifecycles().forEach((kind, data) -> lifecycle(kind, data, violations));
        tailoring.fields().forEach((kind, definitions) -> {
            long names =
                    definitions.stream().map(FieldDefinition::name).distinct().count();
            if (names < definitions.size()) {
                violations.add(Violation.of(
                        "settings.field-twice", "kind", kind, "A custom field of " + kind + " is defined twice."));
            }
        });
        long reasons = tailoring.holdReasons().stream()
                .map(HoldReason::name)
                .distinct()
                .count();
        if (reasons < tailoring.holdReasons().size()) {
            violations.add(Violation.of("settings.hold-reason-twice", "A reason to wait is defined twice."));
        }
        return violations;
    }

    private static void lifecycle(String kind, LifecycleData data, List<Violation> violations) {
        if (!data.name().equals(kind)) {
            violations.add(Violation.of(
                    "settings.lifecycle-of-another",
                    "kind",
                    kind,
                    "The lifecycle of " + kind + " is one of " + data.name() + "."));
        }
        for (Finding finding : Lifecycle.lint(data)) {
            violations.add(new Violation(
                    "lifecycle."
                            + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("kind", kind, "subject", finding.subject()),
                    "Lifecycle of " + kind + ": " + finding.sentence() + "."));
        }
    }
}
