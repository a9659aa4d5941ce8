package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay tells of, in the form that {@code replay} prints.
 *
 * @param figures what the journals of the replayed incidents say
 * @param serviceLevel where the clocks stood when the log ended
 * @param valueStream how the incidents flowed
 * @param related what the log names besides its incidents
 * @param chainVerified whether the hash chains of the journals hold; empty where the store has none
 * @param foldLawHolds whether every record is the fold of its journal
 * @param timings how long it took
 * @param errorCount how many lines, or cells of lines, could not be replayed
 * @param errors which; the first ten thousand
 */
record Report(
        Figures figures,
        Map<String, Object> serviceLevel,
        Map<String, Object> valueStream,
        Related related,
        Optional<Boolean> chainVerified,
        boolean foldLawHolds,
        Timings timings,
        long errorCount,
        List<Problems.Problem> errors) {

    /**
     * From one state of the log to another.
     *
     * @param reason why the lifecycle refused it, if it did
     */
    record Step(String from, String to, Optional<String> reason) {}

    /** How often a step was taken, or refused. */
    record Count(Step step, long count) {}

    /**
     * What the journals say.
     *
     * @param incidents how many
     * @param events how many rows were replayed
     * @param stateChanges how many rows have another state than the row before; the sum of {@code transitions}
     * @param refused the state changes that the lifecycle refused, and that were migrated instead; part of {@code transitions}
     * @param transitions the state changes, in the words of the log
     * @param reopened how often an incident went from Resolved or Closed to another state that is neither
     * @param reassignments how often an incident went from the group or the person that had it to another, or to nobody
     * @param priorityMismatches rows whose priority is not what the standard matrix gives for their impact and urgency
     * @param minutesInState from each row to the next of the same incident, by the state of the first; a row that is earlier than the one
     *     before counts as being at the same time, and the last state has no end
     * @param resolution from opening to the beginning of the last stretch of being resolved
     * @param timeWentBack rows that happened before an earlier row of the same incident
     * @param journalEntries how many entries the journals have, those of problems and changes not among them
     */
    record Figures(
            long incidents,
            long events,
            long stateChanges,
            List<Count> refused,
            List<Count> transitions,
            long reopened,
            long reassignments,
            long priorityMismatches,
            Map<String, Long> minutesInState,
            Resolution resolution,
            long timeWentBack,
            long journalEntries) {}

    /**
     * Hours from opening to resolution, of the incidents that are resolved in the end. Quantiles lie between the two nearest values in
     * proportion: at {@code p * (n - 1)} of the sorted values, counted from 0.
     */
    record Resolution(long n, double medianHours, double meanHours, double p90Hours) {

        static Resolution of(List<Double> hours) {
            List<Double> sorted = new ArrayList<>(hours);
            Collections.sort(sorted);
            double mean =
                    sorted.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            return new Resolution(sorted.size(), quantile(sorted, 0.5), rounded(mean), quantile(sorted, 0.9));
        }

        private static double quantile(List<Double> sorted, double p) {
            if (sorted.isEmpty()) {
                return 0;
            }
            double place = p * (sorted.size() - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.size() - 1);
            double share = place - below;
            return rounded(sorted.get(below) * (1 - share) + sorted.get(above) * share);
        }
    }

    /**
     * What the log names besides its incidents, and what they have to do with it.
     *
     * @param problems how many problems have a record
     * @param changes how many changes have a record
     * @param links how incidents are linked to these, by the type of link
     * @param configurationItems how many different ones incidents were about
     * @param affected which incidents were about one
     */
    record Related(long problems, long changes, Map<String, Linked> links, long configurationItems, Linked affected) {}

    /**
     * Incidents that point somewhere.
     *
     * @param incidents how many ever did
     * @param atEnd how many do by their last row
     */
    record Linked(long incidents, long atEnd) {}

    /**
     * How long it took.
     *
     * @param rows how many rows were read and given to the kit in this run
     * @param seconds from the first row read to the last commit
     * @param verificationSeconds the figures read from the journals, the chains and the fold law checked
     */
    record Timings(long rows, double seconds, double verificationSeconds) {}

    /** The report as it is printed. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("incidents", figures.incidents());
        map.put("events", figures.events());
        map.put("stateChanges", figures.stateChanges());
        map.put("refused", figures.refused().stream().map(Report::toMap).toList());
        map.put("transitions", figures.transitions().stream().map(Report::toMap).toList());
        map.put("reopened", figures.reopened());
        map.put("reassignments", figures.reassignments());
        map.put("priorityMismatches", figures.priorityMismatches());
        map.put("minutesInState", figures.minutesInState());
        map.put("resolution", figures.resolution());
        map.put("serviceLevel", serviceLevel);
        map.put("valueStream", valueStream);
        map.put("related", related);
        map.put("timeWentBack", figures.timeWentBack());
        map.put("journalEntries", figures.journalEntries());
        map.put("chainVerified", chainVerified.map(Object.class::cast).orElse("not applicable"));
        map.put("foldLawHolds", foldLawHolds);
        map.put("seconds", rounded(timings.seconds()));
        map.put("eventsPerSecond", Math.round(timings.rows() / Math.max(timings.seconds(), 0.001)));
        map.put("verificationSeconds", rounded(timings.verificationSeconds()));
        map.put("errorCount", errorCount);
        map.put("errors", errors);
        return map;
    }

    private static Map<String, Object> toMap(Count count) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", count.step().from());
        map.put("to", count.step().to());
        map.put("count", count.count());
        count.step().reason().ifPresent(reason -> map.put("reason", reason));
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
