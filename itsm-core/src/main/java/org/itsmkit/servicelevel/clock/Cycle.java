package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.itsmkit.ticket.ClockState;

/**
 * What became of one promise. Of a periodic one, and where a reopened record begins another, there are several.
 *
 * @param number from 1
 * @param state where it stands
 * @param startedAt when its clock started
 * @param stoppedAt when it was done or cancelled, if it was
 * @param elapsed how much open time was used, pauses apart
 * @param paused how much open time was pause
 * @param budget how much open time there is to use; empty if there is no end, as where nothing is ever open
 * @param due by when it must be done, or had to be; empty where the policy shows none, and where there is none
 * @param breachedAt since when it was late, if it was
 */
public record Cycle(
        int number,
        ClockState state,
        Instant startedAt,
        Optional<Instant> stoppedAt,
        Duration elapsed,
        Duration paused,
        Optional<Duration> budget,
        Optional<Instant> due,
        Optional<Instant> breachedAt) {

    /** What is left of the budget; negative if more than that was used. */
    public Optional<Duration> remaining() {
        return budget.map(all -> all.minus(elapsed));
    }

    /** By how much more than the budget was used; zero if it was not. */
    public Duration overrun() {
        return remaining().filter(Duration::isNegative).map(Duration::negated).orElse(Duration.ZERO);
    }
}
