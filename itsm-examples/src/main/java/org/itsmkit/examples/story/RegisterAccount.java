package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementLifecycle;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.measure.BeforeAfter;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.journey.Track;

/** Writes down the improvements of a register: where each began, where it was to go and where it is, and how it came there. */
record RegisterAccount(List<RecordId> improvements) implements Chapter {

    RegisterAccount {
        improvements = List.copyOf(improvements);
    }

    @Override
    public void write(Stage stage, Consumer<String> heading, Consumer<String> line) {
        heading.accept("The register of improvements");
        line.accept("| | Improvement | Owner | Cost of delay by duration | Before | Wanted | After | Verdict | Now |");
        line.accept("|---|---|---|---|---|---|---|---|---|");
        for (RecordId id : improvements) {
            row(stage, stage.stored(Improvements.KIND, id), line);
        }
        for (RecordId id : improvements) {
            journal(stage, id, heading, line);
        }
        heading.accept("The lifecycle of an improvement");
        line.accept("```mermaid\n" + ImprovementLifecycle.standard().toMermaid().strip() + "\n```");
        for (RecordId id : improvements) {
            way(stage, id, line);
        }
    }

    private static void row(Stage stage, Improvement improvement, Consumer<String> line) {
        Target target = improvement.targets().get(0);
        Measurement before = improvement.baseline(target.metric()).orElseThrow();
        Measurement after = improvement.results().get(improvement.results().size() - 1);
        line.accept("| " + improvement.number() + " | " + improvement.title() + " | " + stage.name(improvement.owner())
                + " | "
                + cd3(improvement) + " | " + said(before)
                + " | " + target.value().toPlainString() + " | " + said(after) + " | "
                + BeforeAfter.of(before, after).verdict() + " | "
                + improvement.status().name() + " |");
    }

    /** As in median 185 h of 8, or 5 of 26, a rate of 0.19. */
    static String said(Measurement measurement) {
        return measurement.observed() instanceof Observed.Counted counted
                ? counted.events() + " of " + counted.exposure().toPlainString() + ", which is "
                        + rounded(measurement.value())
                : "median " + measurement.value().stripTrailingZeros().toPlainString() + " "
                        + measurement.metric().unit() + " of " + measurement.sampleSize();
    }

    /** Cost of delay by duration, to two digits. */
    static String cd3(Improvement improvement) {
        return improvement
                .candidate()
                .orElseThrow()
                .cd3()
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String rounded(BigDecimal value) {
        return value.setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static void journal(Stage stage, RecordId id, Consumer<String> heading, Consumer<String> line) {
        heading.accept("Journal of " + stage.stored(Improvements.KIND, id).number());
        Telling telling = new Telling(stage, stage::day);
        for (JournalEntry entry : Account.entries(stage, Improvements.KIND, id)) {
            line.accept("- " + entry.sequence() + ". " + stage.day(entry.recordedAt()) + "  " + stage.name(entry.by())
                    + ": " + telling.of(entry.event()) + OfItself.why(stage, entry));
        }
    }

    private static void way(Stage stage, RecordId id, Consumer<String> line) {
        Track track = Track.of(Improvements.DEFINITION, Account.entries(stage, Improvements.KIND, id));
        line.accept("\nThe way of " + stage.stored(Improvements.KIND, id).number() + ": "
                + track.standings().stream()
                        .map(standing -> standing.where() instanceof Claim.OfStatus in
                                ? in.status()
                                : standing.where().toString())
                        .collect(Collectors.joining(" → ")));
    }
}
