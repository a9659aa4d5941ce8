package org.itsmkit.change;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.ticket.TicketTimers;

/** The timers of every ticket, but that what must be looked back on is closed by itself only after that. */
final class ChangeTimers implements Timers<Change> {

    private final String kind;
    private final TicketTimers<Change> common;

    ChangeTimers(String kind) {
        this.kind = kind;
        this.common = new TicketTimers<>(kind, OpenTime.always());
    }

    @Override
    public Set<Timer> wanted(Change change, Settings settings) {
        Set<Timer> timers = common.wanted(change, settings);
        boolean waits = ChangePolicy.awaitsReview(change) && settings.applies(kind, ChangePolicy.CLOSED_AFTER_REVIEW);
        return waits
                ? timers.stream()
                        .filter(timer -> !timer.name().equals(TicketTimers.CLOSE))
                        .collect(Collectors.toUnmodifiableSet())
                : timers;
    }

    @Override
    public Optional<Command<Change>> command(Change change, Timer timer, Settings settings, Instant now) {
        return common.command(change, timer, settings, now);
    }
}
