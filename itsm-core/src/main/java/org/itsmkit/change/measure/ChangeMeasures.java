package org.itsmkit.change.measure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;

/**
 * What is measured of the changes of one period.
 *
 * @param period of which time
 * @param counts how those went that were made or cancelled in it
 * @param approval how long decisions took that were taken in it, whichever way, around the clock: from the asking to the decision; those of
 *     which it is not known when they were asked for do not count
 * @param delivery how quickly and safely they were made
 */
public record ChangeMeasures(
        Window period, ChangeCounts counts, DurationStatistics approval, DeliveryMeasures delivery) {

    public ChangeMeasures {
        Objects.requireNonNull(approval, "approval");
        if (!delivery.period().equals(period) || delivery.made() != counts.made()) {
            throw new IllegalArgumentException("these are not measures of the same changes");
        }
    }

    /**
     * Reads both once, and takes of each what belongs to {@code period}. Closes nothing.
     *
     * @param changes in any order, each once
     * @param restorations likewise
     */
    public static ChangeMeasures of(Window period, Stream<MeasuredChange> changes, Stream<Restoration> restorations) {
        Tally tally = new Tally(period);
        changes.forEachOrdered(tally::add);
        restorations.forEachOrdered(tally::add);
        return tally.end();
    }

    /**
     * As {@link #of}, by the values of a label, and of all together. A restoration belongs to the group of the change that caused it.
     *
     * @param label by which
     * @throws IllegalArgumentException if {@code label} is no name of one
     */
    public static ChangeGroups by(
            String label, Window period, Stream<MeasuredChange> changes, Stream<Restoration> restorations) {
        return ChangeGroups.of(label, period, changes, restorations);
    }

    /** Says in words what there is to say, for a service manager; of what nothing is known nothing is said. */
    public List<String> sentences() {
        return Sentences.of(this);
    }
}
