package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.ticket.ClockState;

/**
 * How long what was promised took: means, medians and percentiles as {@link DurationStatistics} reckons them. Both are of the same cases:
 * those that were done, in time or not. What is open would only make them look shorter than they will be, so it is counted beside them.
 *
 * @param elapsed from where the clock started until it was done, around the clock
 * @param used the open time that was used, pauses apart
 * @param open how many were neither done nor cancelled; what is late and not done is among them
 */
public record Durations(DurationStatistics elapsed, DurationStatistics used, long open) {

    /** Gathers them in one pass; response and resolution are told apart by {@link Labels#TARGET}. */
    public static Collector<Judged, ?, Durations> collector() {
        return Collector.of(Gathering::new, Gathering::add, Gathering::and, Gathering::end);
    }

    private static final class Gathering {
        private final List<Duration> elapsed = new ArrayList<>();
        private final List<Duration> used = new ArrayList<>();
        private long open;

        void add(Judged judged) {
            Cycle cycle = judged.cycle();
            if (cycle.state() == ClockState.CANCELLED) {
                return;
            }
            Optional<Duration> took = cycle.stoppedAt().map(end -> Duration.between(cycle.startedAt(), end));
            if (took.isEmpty()) {
                open++;
            } else {
                elapsed.add(took.get());
                used.add(cycle.elapsed());
            }
        }

        Gathering and(Gathering other) {
            elapsed.addAll(other.elapsed);
            used.addAll(other.used);
            open += other.open;
            return this;
        }

        Durations end() {
            return new Durations(DurationStatistics.of(elapsed), DurationStatistics.of(used), open);
        }
    }
}
