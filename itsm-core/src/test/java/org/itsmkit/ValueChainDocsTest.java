package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.engine.Definition;
import org.itsmkit.fixture.Company;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.junit.jupiter.api.Test;

/**
 * Every status of every kind of record is part of an activity of the value chain because its room says so, and {@code docs/value-chain.md} says
 * which. With {@code -Ditsm.docs.write=true} it is printed anew.
 */
class ValueChainDocsTest {

    private static final boolean WRITE = Boolean.getBoolean("itsm.docs.write");

    /** The beginning of a table: the kind, and the status in which its records begin. */
    private static final Pattern BEGINNING =
            Pattern.compile("Lifecycle\\s*\\.startingIn\\(\\s*\"([a-z-]+)\",\\s*(\\w+)\\)");

    /** A status that nobody has given an activity. */
    private static final Pattern UNSAID = Pattern.compile("\\.status\\([^(),]+,\\s*Phase\\.\\w+\\)");

    /** Every lifecycle that the kit carries, by the name of its kind, and of the variant where it is one. */
    private static Map<String, Lifecycle> lifecycles() {
        Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
        for (Definition<?> definition : Company.open().itsm.registry().all()) {
            lifecycles.put(definition.name(), definition.lifecycle());
            definition.variants().forEach((name, variant) -> lifecycles.put(definition.name() + "/" + name, variant));
        }
        return lifecycles;
    }

    @Test
    void everyStatusIsPartOfAnActivity() {
        assertThat(lifecycles()).containsKeys("incident", "change", "settings").hasSizeGreaterThan(10);
        lifecycles()
                .forEach((name, lifecycle) -> assertThat(lifecycle.statuses())
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(status ->
                                assertThat(lifecycle.activity(status)).isIn((Object[]) ValueChainActivity.values())));
    }

    /** An editor of lifecycles assumes an activity where none is said; no room leaves it at that. */
    @Test
    void noRoomForgotToSayWhich() throws IOException {
        Set<String> begun = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher beginning = BEGINNING.matcher(text);
            while (beginning.find()) {
                begun.add(beginning.group(1));
                assertThat(forgotten(text)).as(file.toString()).isEmpty();
            }
        }
        assertThat(lifecycles().keySet().stream().map(name -> name.replaceAll("/.*", "")))
                .as("each is drawn somewhere, and was looked at")
                .isSubsetOf(begun);
    }

    @Test
    void whatWasForgottenIsNoticed() {
        assertThat(forgotten("Lifecycle.startingIn(\"case\", NEW).status(NEW, ValueChainActivity.PLAN)"))
                .isEmpty();
        assertThat(forgotten("Lifecycle.startingIn(\"case\", NEW).status(OLD, ValueChainActivity.PLAN)"))
                .containsExactly("NEW");
        assertThat(forgotten("Lifecycle.startingIn(\"case\", NEW).status(NEW, ValueChainActivity.PLAN)"
                        + ".status(\"parked\", Phase.WAITING)"))
                .containsExactly(".status(\"parked\", Phase.WAITING)");
    }

    private static List<String> forgotten(String text) {
        List<String> forgotten = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find()) {
            Pattern said = Pattern.compile("\\.status\\(\\s*" + beginning.group(2) + ",\\s*ValueChainActivity\\.");
            if (!said.matcher(text).find()) {
                forgotten.add(beginning.group(2));
            }
        }
        UNSAID.matcher(text).results().forEach(found -> forgotten.add(found.group()));
        return forgotten;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("itsm-core/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getParent().endsWith("lifecycle"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thePageIsNotStale() throws IOException {
        Path page = root().resolve("docs/value-chain.md");
        String text = page();
        if (WRITE) {
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

    private static String page() {
        StringBuilder text = new StringBuilder("# Where records are in the value chain\n");
        text.append("\nPrinted by `ValueChainDocsTest`, which fails when this page is stale:")
                .append(" `mvn test -pl itsm-core -am -Dtest=ValueChainDocsTest -Ditsm.docs.write=true` prints it"
                        + " anew.\n");
        text.append("\n"
                        + "Which activity goes on while a record is in a status, by the standard lifecycles: a"
                        + " block for each status.")
                .append(" Of [variants](tailoring.md) each has a row of its own. How work flows along them: [value"
                        + " streams](value-streams.md).\n");
        text.append("\n| Kind |");
        for (ValueChainActivity activity : ValueChainActivity.values()) {
            text.append(' ')
                    .append(activity.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" |");
        }
        text.append("\n|---|")
                .append("---|".repeat(ValueChainActivity.values().length))
                .append('\n');
        lifecycles().forEach((name, lifecycle) -> {
            text.append("| ").append(name).append(" |");
            for (ValueChainActivity activity : ValueChainActivity.values()) {
                text.append(cell(lifecycle, activity)).append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(Lifecycle lifecycle, ValueChainActivity activity) {
        List<Status> there = lifecycle.statuses().stream()
                .filter(status -> lifecycle.activity(status) == activity)
                .toList();
        return there.isEmpty()
                ? ""
                : " " + "█".repeat(there.size()) + " "
                        + there.stream().map(Status::name).collect(Collectors.joining(", "));
    }
}
