package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.ticket.Ticketed;

/**
 * Looks at the clocks of a ticket when something changes by itself: one timer for all of them.
 *
 * @param <R> the record that is a ticket
 */
record ClockTimers<R extends Ticketed<R>>() implements Timers<R> {

    /** The name of the timer. */
    static final String NAME = "service-levels";

    @Override
    public Set<Timer> wanted(R record, Settings settings) {
        return record.ticket().serviceLevelsOrBlank().clocks().stream()
                .flatMap(clock -> clock.next().stream())
                .min(Comparator.naturalOrder())
                .map(next -> Set.of(new Timer(NAME, next)))
                .orElse(Set.of());
    }

    @Override
    public Optional<Command<R>> command(R record, Timer timer, Settings settings, Instant now) {
        return Optional.of(new ClockCommand.Look<>());
    }
}
