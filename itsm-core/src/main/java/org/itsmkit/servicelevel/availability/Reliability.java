package org.itsmkit.servicelevel.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * How often a service failed in a period, and how long it took to restore it. With {@code T} the time observed, {@code D} the down time in it
 * and {@code n} the failures, these are the usual measures
 *
 * <ul>
 *   <li>mean time between failures {@code MTBF = (T − D) / n}: how long the service ran;
 *   <li>mean time to restore service {@code MTRS = D / n};
 *   <li>mean time between system incidents {@code MTBSI = MTBF + MTRS}, from the beginning of one failure to that of the next, up to the
 *       microseconds that are rounded away {@code T / n}.
 * </ul>
 *
 * <p>Outages that overlap or touch are one failure, and so is one that lasts over nights in which no service is agreed. Severities do not matter:
 * what is no failure is not to be given. At the edges of the period:
 *
 * <ul>
 *   <li>a failure belongs to the period in which it first took of the time, so that those of periods that follow each other add up; one that
 *       takes nothing of it is none;
 *   <li>one that was going on when the period began is none of its failures, and the period is observed from its end on;
 *   <li>one that goes on when the period ends is one of its failures, with the time that it has taken until then: {@code MTRS} is then a
 *       lower bound.
 * </ul>
 *
 * @param period over which it is
 * @param observedMicros the time {@code T} in microseconds, without what was down at the beginning
 * @param downMicros the down time {@code D} of the failures in microseconds, up to {@code observedMicros}
 * @param failures how many there were
 * @param beganDown whether one was going on when the period began
 * @param endsDown whether one, of this period or of an earlier one, was going on when it ended
 */
public record Reliability(
        Window period, long observedMicros, long downMicros, int failures, boolean beganDown, boolean endsDown) {

    public Reliability {
        Objects.requireNonNull(period, "period");
        if (downMicros < 0 || downMicros > observedMicros || failures < 0) {
            throw new IllegalArgumentException(
                    "no more is down than is observed: " + downMicros + " of " + observedMicros);
        }
    }

    /**
     * The reliability in {@code period}.
     *
     * @param time what is counted: {@link AgreedServiceTime}, or elapsed time by {@link OpenWindows#always}
     * @param outages in any order, those before the period too, for one of the period may go on where one of them ended
     */
    public static Reliability over(Window period, OpenWindows time, Collection<Outage> outages) {
        long observed = LossWalk.micros(time.windows(period.fromInclusive(), period.toExclusive()));
        long down = 0;
        int failures = 0;
        boolean beganDown = false;
        boolean endsDown = false;
        for (Failure failure : failures(period, time, outages)) {
            boolean isEarlier = failure.window().fromInclusive().isBefore(period.fromInclusive())
                    && LossWalk.micros(time.windows(failure.window().fromInclusive(), period.fromInclusive())) > 0;
            if (isEarlier) {
                beganDown = true;
                observed -= failure.micros();
            } else {
                failures++;
                down += failure.micros();
            }
            endsDown |= failure.goesOn();
        }
        return new Reliability(period, observed, down, failures, beganDown, endsDown);
    }

    /** Outages in one, with what they took of the time in the period, which is something. */
    private record Failure(Window window, long micros, boolean goesOn) {}

    private static List<Failure> failures(Window period, OpenWindows time, Collection<Outage> outages) {
        List<Window> known = new ArrayList<>();
        boolean anyGoesOn = false;
        Instant earliest = period.fromInclusive();
        for (Outage outage : outages) {
            Instant from = outage.fromInclusive();
            if (from.isBefore(period.toExclusive())) {
                // Those that were over before the period too: one that it begins with may go on without a break from
                // them.
                Instant to = outage.toExclusive()
                        .filter(end -> !end.isAfter(period.toExclusive()))
                        .orElse(period.toExclusive());
                known.add(new Window(from, to));
                anyGoesOn |= outage.toExclusive()
                        .map(end -> end.isAfter(period.toExclusive()))
                        .orElse(true);
                earliest = from.isBefore(earliest) ? from : earliest;
            }
        }
        OpenWindows down = OpenWindows.of(known);
        List<Window> pieces = time.intersection(down).windows(period.fromInclusive(), period.toExclusive());
        List<Failure> failures = new ArrayList<>();
        int next = 0;
        for (Window window : down.windows(earliest, period.toExclusive())) {
            int first = next;
            while (next < pieces.size() && pieces.get(next).fromInclusive().isBefore(window.toExclusive())) {
                next++;
            }
            long micros = LossWalk.micros(pieces.subList(first, next));
            if (micros > 0) {
                boolean reachesTheEnd = window.toExclusive().equals(period.toExclusive());
                failures.add(new Failure(window, micros, reachesTheEnd && anyGoesOn));
            }
        }
        return failures;
    }

    /** The mean time between failures, rounded down to the microsecond; empty if there were none. */
    public Optional<Duration> mtbf() {
        return perFailure(observedMicros - downMicros);
    }

    /** The mean time to restore service, rounded down to the microsecond; empty if there were no failures. */
    public Optional<Duration> mtrs() {
        return perFailure(downMicros);
    }

    /** The mean time between system incidents: {@link #mtbf} and {@link #mtrs} together; empty if there were no failures. */
    public Optional<Duration> mtbsi() {
        return mtbf().flatMap(up -> mtrs().map(up::plus));
    }

    private Optional<Duration> perFailure(long micros) {
        return failures == 0 ? Optional.empty() : Optional.of(Duration.of(micros / failures, ChronoUnit.MICROS));
    }
}
