package org.itsmkit.change.measure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;

/**
 * Measures of several periods, one after the other.
 *
 * @param periods from the earliest to the latest; each begins when the one before it ends
 */
public record ChangeTrend(List<ChangeMeasures> periods) {

    public ChangeTrend {
        periods = List.copyOf(periods);
        for (int i = 1; i < periods.size(); i++) {
            Window before = periods.get(i - 1).period();
            Window next = periods.get(i).period();
            if (!before.toExclusive().equals(next.fromInclusive())) {
                throw new IllegalArgumentException(
                        "a period begins when the one before it ends, not " + next + " after " + before);
            }
        }
    }

    /**
     * Reads both once, and takes of each for every period what belongs to it: a change may have been decided in one and made in the next.
     * Closes nothing.
     *
     * @param periods as those of a trend
     * @param changes in any order, each once
     * @param restorations likewise
     * @throws IllegalArgumentException if a period does not begin when the one before it ends
     */
    public static ChangeTrend of(
            List<Window> periods, Stream<MeasuredChange> changes, Stream<Restoration> restorations) {
        List<Tally> tallies = periods.stream().map(Tally::new).toList();
        changes.forEachOrdered(change -> tallies.forEach(tally -> tally.add(change)));
        restorations.forEachOrdered(restoration -> tallies.forEach(tally -> tally.add(restoration)));
        return new ChangeTrend(tallies.stream().map(Tally::end).toList());
    }

    /** One measure over time, such as {@code trend.series(each -> each.counts().successRate())}. */
    public <T> List<T> series(Function<ChangeMeasures, T> measure) {
        return periods.stream().map(measure).toList();
    }

    /** A line for each period: how many were made, how many of them succeeded, and how many are failures. */
    public List<String> sentences() {
        return periods.stream().map(Sentences::line).toList();
    }
}
