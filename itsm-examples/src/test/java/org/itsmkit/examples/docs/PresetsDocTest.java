package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.servicelevel.preset.Preset;
import org.itsmkit.servicelevel.preset.Presets;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

/** The page about presets: its snippet, and its table, which is printed from them. With {@code -Ditsm.docs.write=true} it is written. */
class PresetsDocTest {

    private static final Path PAGE = Path.of("../docs/presets.md");

    private static Stretch in(Phase phase, String from) {
        return new Stretch(
                Instant.parse(from),
                Status.of(phase.name().toLowerCase(Locale.ROOT), phase),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aPresetIsAPolicy() {
        Timeline timeline = Timeline.of(List.of(
                in(Phase.NEW, "2026-03-02T09:00:00Z"),
                in(Phase.WAITING, "2026-03-02T10:00:00Z"),
                in(Phase.ACTIVE, "2026-03-02T11:00:00Z")));
        ServiceHours hours = ServiceHours.always();
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        // spotless:off
        // snippet: preset
        Target ours = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(Duration.ofHours(4)));
        Target theirs = Presets.glpi().target("first-response", Preset.Kind.RESPONSE, ours.amount()).orElseThrow();

        Optional<Instant> due = ServiceLevelClock.evaluate(timeline, ours, hours, noon).due();          // it waited an hour
        Optional<Instant> there = ServiceLevelClock.evaluate(timeline, theirs, hours, noon).due();      // there that costs an hour
        // end
        // spotless:on
        assertThat(due).contains(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(there).contains(Instant.parse("2026-03-02T13:00:00Z"));
    }

    @Test
    void theTableIsThatOfThePresets() throws IOException {
        String text = Files.readString(PAGE);
        String mended = text.replaceAll(
                "(?s)<!-- presets -->\n.*<!-- /presets -->", "<!-- presets -->\n" + table() + "<!-- /presets -->");
        if (Boolean.getBoolean("itsm.docs.write")) {
            Files.writeString(PAGE, mended);
        } else {
            assertThat(text).as("stale; -Ditsm.docs.write=true prints it anew").isEqualTo(mended);
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| |");
        Presets.all().forEach(preset -> table.append(" `").append(preset.name()).append("` |"));
        table.append("\n|---").append("|---".repeat(Presets.all().size())).append("|\n");
        rows().forEach((row, says) -> {
            table.append("| ").append(row).append(" |");
            String ours = says.apply(Presets.kit());
            for (Preset preset : Presets.all()) {
                String said = says.apply(preset);
                boolean isOurs = said.equals(ours) && !preset.equals(Presets.kit());
                table.append(" ").append(isOurs ? "" : said).append(" |");
            }
            table.append("\n");
        });
        return table.toString();
    }

    private static Map<String, Function<Preset, String>> rows() {
        Map<String, Function<Preset, String>> rows = new LinkedHashMap<>();
        for (Preset.Kind kind : Preset.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            rows.put(name + " starts", preset -> rule(preset, kind, PresetsDocTest::starts));
            rows.put(name + " ends by", preset -> rule(preset, kind, PresetsDocTest::ends));
            rows.put(name + " while it waits", preset -> rule(preset, kind, PresetsDocTest::waits));
            rows.put(
                    name + " after a reopening",
                    preset -> rule(preset, kind, r -> said(r.policy().reopen())));
            rows.put(
                    name + " deadline once done",
                    preset -> rule(preset, kind, r -> said(r.policy().finishedDue())));
        }
        rows.put("deadline while paused", preset -> resolution(preset, policy -> said(policy.pausedDue())));
        rows.put("pauses are cut to", preset -> resolution(preset, policy -> said(policy.pauseUnit())));
        rows.put("another target", preset -> resolution(preset, policy -> said(policy.change())));
        rows.put("done at the deadline", preset -> resolution(preset, policy -> said(policy.boundary())));
        rows.put("at the end of a window", preset -> resolution(preset, policy -> said(policy.edge())));
        return rows;
    }

    private static String rule(Preset preset, Preset.Kind kind, Function<Preset.Rule, String> says) {
        Preset.Rule rule = preset.rules().get(kind);
        return rule == null ? "—" : says.apply(rule);
    }

    private static String resolution(Preset preset, Function<ClockPolicy, String> says) {
        return rule(preset, Preset.Kind.RESOLUTION, rule -> says.apply(rule.policy()));
    }

    private static String said(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** By trying: a condition is asked what it makes of each mark. */
    private static String starts(Preset.Rule rule) {
        Stretch open = in(Phase.ACTIVE, "2026-03-02T09:00:00Z");
        return rule.metric().start().holds(open, Set.of())
                ? "at once"
                : marks(mark -> rule.metric().start().holds(open, Set.of(mark)));
    }

    private static String ends(Preset.Rule rule) {
        Stretch open = in(Phase.ACTIVE, "2026-03-02T09:00:00Z");
        List<String> ends = new ArrayList<>();
        String marks = marks(mark -> rule.metric().stop().holds(open, Set.of(mark)));
        if (!marks.isEmpty()) {
            ends.add(marks);
        }
        if (rule.metric().stop().holds(in(Phase.WAITING, "2026-03-02T09:00:00Z"), Set.of())) {
            ends.add("waiting");
        }
        if (rule.metric().stop().holds(in(Phase.RESOLVED, "2026-03-02T09:00:00Z"), Set.of())) {
            ends.add("resolution");
        }
        String again = marks(mark -> rule.metric().next().holds(open, Set.of(mark))
                || rule.metric().reset().holds(open, Set.of(mark)));
        return String.join(", ", ends) + (again.isEmpty() ? "" : "; again after " + again);
    }

    private static String waits(Preset.Rule rule) {
        Stretch waiting = in(Phase.WAITING, "2026-03-02T09:00:00Z");
        return rule.metric().pause().holds(waiting, Set.of())
                ? rule.policy().pauses() == ClockPolicy.Pauses.HIDE ? "hidden, goes on" : "stands still"
                : "goes on";
    }

    private static String marks(Function<String, Boolean> holds) {
        List<String> all = List.of(
                Mark.FIRST_RESPONSE,
                Mark.AGENT_CONTACT,
                Mark.CUSTOMER_CONTACT,
                Presets.QUESTION,
                Presets.OPENED_BY_CUSTOMER,
                Presets.OPENED_BY_AGENT);
        return String.join(", ", all.stream().filter(holds::apply).toList());
    }
}
