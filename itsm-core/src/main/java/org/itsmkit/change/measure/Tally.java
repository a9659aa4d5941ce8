package org.itsmkit.change.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.DurationStatistics;

/** Counts what belongs to one period; what does not passes by. Not safe for use by many threads. */
final class Tally {

    private final Window period;
    private final Map<ChangeType, Map<ChangeOutcome, Long>> made = new EnumMap<>(ChangeType.class);
    private final Map<ChangeType, Long> cancelled = new EnumMap<>(ChangeType.class);
    private long unauthorised;
    private long withIncident;
    private long collisions;
    private long failures;
    private long unrestored;
    private final List<Instant> ends = new ArrayList<>();
    private final List<Duration> approvals = new ArrayList<>();
    private final List<Duration> leadTimes = new ArrayList<>();
    private final List<Duration> restorations = new ArrayList<>();

    Tally(Window period) {
        this.period = period;
    }

    void add(MeasuredChange change) {
        change.approvalIn(period).ifPresent(approvals::add);
        change.endedIn(period)
                .ifPresent(end -> change.outcome()
                        .ifPresentOrElse(
                                outcome -> addMade(change, outcome, end),
                                () -> cancelled.merge(change.type(), 1L, Long::sum)));
    }

    private void addMade(MeasuredChange change, ChangeOutcome outcome, Instant end) {
        made.computeIfAbsent(change.type(), type -> new EnumMap<>(ChangeOutcome.class))
                .merge(outcome, 1L, Long::sum);
        unauthorised += change.authorised() ? 0 : 1;
        withIncident += change.causedIncident() ? 1 : 0;
        collisions = Math.addExact(collisions, change.collisions());
        failures += change.isFailure() ? 1 : 0;
        ends.add(end);
        change.leadTime().ifPresent(leadTimes::add);
    }

    void add(Restoration restoration) {
        restoration.tookIn(period).ifPresent(restorations::add);
        unrestored += restoration.isOpenAtEndOf(period) ? 1 : 0;
    }

    ChangeMeasures end() {
        return new ChangeMeasures(
                period,
                new ChangeCounts(made, cancelled, unauthorised, withIncident, collisions),
                DurationStatistics.of(approvals),
                new DeliveryMeasures(
                        period,
                        ends.size(),
                        failures,
                        longestGap(),
                        DurationStatistics.of(leadTimes),
                        DurationStatistics.of(restorations),
                        unrestored));
    }

    private Duration longestGap() {
        Instant from = period.fromInclusive();
        Duration longest = Duration.ZERO;
        for (Instant end : ends.stream().sorted().toList()) {
            longest = longer(longest, Duration.between(from, end));
            from = end;
        }
        return longer(longest, Duration.between(from, period.toExclusive()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
