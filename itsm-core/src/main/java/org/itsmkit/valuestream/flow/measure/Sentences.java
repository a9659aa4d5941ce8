package org.itsmkit.valuestream.flow.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.DurationStatistics;

/** Says in words what measures say in numbers. Instants are written as in RFC 3339, in UTC; all that is shown is rounded down. */
final class Sentences {

    private static final int MOST_LOOPS = 3;

    private Sentences() {}

    static List<String> of(FlowMeasures measures) {
        List<String> sentences = new ArrayList<>();
        sentences.add("From " + measures.period().fromInclusive() + " to "
                + measures.period().toExclusive() + " " + count(measures.arrivals(), "piece", "pieces")
                + " of work came in, " + measures.done() + " were done and " + measures.dropped() + " dropped.");
        took(sentences, measures.leadTime(), "Lead time");
        took(sentences, measures.processTime(), "Process time");
        took(sentences, measures.waitTime(), "Wait time");
        measures.flowEfficiency()
                .ifPresent(share ->
                        sentences.add("Flow efficiency: " + share.toPerCent(1) + " % of the lead time is work."));
        sentences.add(measures.averageWip().toDecimal(1) + " pieces of work were under way on average, and "
                + measures.throughputPerWeek().toDecimal(1) + " were done per week.");
        measures.rolled()
                .ifPresent(
                        share -> sentences.add("Complete and accurate at every step: " + share.toPerCent(1) + " %."));
        for (StepMeasures step : measures.steps()) {
            step.completeAndAccurate()
                    .filter(share -> share.compareTo(Fraction.ONE) < 0)
                    .ifPresent(share -> sentences.add("Of what " + step.step() + " handed on, " + share.toPerCent(1)
                            + " % did not come back (" + step.accurate() + " of " + step.handedOn() + ")."));
        }
        measures.bottleneck().ifPresent(worst -> sentences.add(worst.sentence()));
        measures.loops().stream()
                .limit(MOST_LOOPS)
                .forEach(loop -> sentences.add("Rework: " + loop + ", " + count(loop.times(), "time", "times")
                        + ", which took " + length(loop.lost()) + "."));
        measures.skipped()
                .forEach((step, times) ->
                        sentences.add(step + " was passed over " + count(times, "time", "times") + "."));
        measures.unmapped()
                .forEach((claim, some) -> sentences.add("No step calls " + claim + " its work; there it was "
                        + count(some.times(), "time", "times") + ", for " + length(some.lasted()) + "."));
        sentences.addAll(measures.littlesLaw().sentences());
        return List.copyOf(sentences);
    }

    private static void took(List<String> sentences, DurationStatistics took, String what) {
        took.median()
                .flatMap(median -> took.percentile(85)
                        .map(most -> what + ": " + length(median) + " in the median, 85 of a hundred at most "
                                + length(most) + " (" + count(took.cases(), "case", "cases") + ")."))
                .ifPresent(sentences::add);
    }

    /** What stands in the boxes of a drawing. */
    static Map<String, List<String>> notes(FlowMeasures measures) {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        Optional<String> worst = measures.bottleneck().map(Bottleneck::step);
        for (StepMeasures step : measures.steps()) {
            List<String> lines = new ArrayList<>();
            lines.add(step.left() + " left, " + step.there() + " there");
            step.worked().median().ifPresent(median -> lines.add("process " + length(median)));
            step.waited().median().ifPresent(median -> lines.add("wait " + length(median)));
            step.completeAndAccurate().ifPresent(share -> lines.add("complete, accurate " + share.toPerCent(1) + " %"));
            if (worst.filter(step.step()::equals).isPresent()) {
                lines.add("bottleneck");
            }
            notes.put(step.step(), lines);
        }
        return notes;
    }

    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** As 1 d 2 h 5 min; in seconds if it is less than a minute; with its sign if it is less than nothing. */
    static String length(Duration duration) {
        if (duration.isNegative()) {
            return "−" + length(duration.negated());
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        List<String> parts = new ArrayList<>();
        part(parts, duration.toDays(), "d");
        part(parts, duration.toHoursPart(), "h");
        part(parts, duration.toMinutesPart(), "min");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
