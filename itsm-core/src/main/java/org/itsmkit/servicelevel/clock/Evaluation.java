package org.itsmkit.servicelevel.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.ticket.ClockState;

/**
 * Where a clock stands at an instant.
 *
 * @param target by which target it is judged
 * @param at when
 * @param cycles those that began, oldest first; the last is the one that matters now
 * @param crossings what is known of the target's thresholds in the last cycle, in the order of the target
 * @param dueIfResumed when the last cycle would be due if it stopped to stand still at once; empty if it does not stand still
 * @param nextInstantOfInterest when something will change by itself if nothing happens: a threshold, a breach, the end of what may be
 *     paused. After {@code at}; empty if nothing will
 */
public record Evaluation(
        Target target,
        Instant at,
        List<Cycle> cycles,
        List<Crossing> crossings,
        Optional<Instant> dueIfResumed,
        Optional<Instant> nextInstantOfInterest) {

    public Evaluation {
        cycles = List.copyOf(cycles);
        crossings = List.copyOf(crossings);
    }

    /** The cycle that matters now, if one began. */
    public Optional<Cycle> cycle() {
        return cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.get(cycles.size() - 1));
    }

    /** Where the last cycle stands. */
    public ClockState state() {
        return cycle().map(Cycle::state).orElse(ClockState.NOT_STARTED);
    }

    /** By when the last cycle must be done, or had to be; see {@link Cycle#due}. */
    public Optional<Instant> due() {
        return cycle().flatMap(Cycle::due);
    }

    /** How much of its time the last cycle has used. */
    public Duration elapsed() {
        return cycle().map(Cycle::elapsed).orElse(Duration.ZERO);
    }

    /** How much open time of the last cycle was pause. */
    public Duration paused() {
        return cycle().map(Cycle::paused).orElse(Duration.ZERO);
    }

    /** What is left to the last cycle; negative if more was used than there was. */
    public Optional<Duration> remaining() {
        return cycle().flatMap(Cycle::remaining);
    }

    /** Since when the last cycle is late, if it is. */
    public Optional<Instant> breachedAt() {
        return cycle().flatMap(Cycle::breachedAt);
    }

    /** Whether some cycle was late. */
    public boolean wasEverBreached() {
        return cycles.stream().anyMatch(cycle -> cycle.state() == ClockState.BREACHED);
    }

    /**
     * How many per cent of its time the last cycle has used, to two digits, rounded down: it shows 100 only where all of it is used. To be
     * shown; nothing is decided by it. Empty if the budget is none or without end.
     */
    public Optional<BigDecimal> percentUsed() {
        return cycle().flatMap(Cycle::budget)
                .filter(budget -> !budget.isZero())
                .map(budget -> BigDecimal.valueOf(Micros.of(elapsed()))
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(Micros.of(budget)), 2, RoundingMode.FLOOR));
    }
}
