package org.itsmkit.change;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/** Ends an approval when the time of those who were asked is over, with what their votes come to then. */
final class ApprovalTimers implements Timers<Change> {

    private static final String EXPIRES = "approval-expires";

    @Override
    public Set<Timer> wanted(Change change, Settings settings) {
        return change.round().stream()
                // Whatever happens once the time is over, it is still to be told that it is.
                .filter(round -> change.authorisation().isEmpty()
                        && !change.ticket().phase().isOver()
                        && round.isOpen(round.lastSaidAt()))
                .flatMap(round -> round.request().expiresAt().stream())
                .map(end -> new Timer(EXPIRES, end))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<Change>> command(Change change, Timer timer, Settings settings, Instant now) {
        return timer.name().equals(EXPIRES) ? Conclusion.of(change, now) : Optional.empty();
    }
}
