package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/** Reminds of each update that is due, once for each due instant. */
final class UpdateTimers implements Timers<MajorIncident> {

    private static final String PREFIX = "update:";

    @Override
    public Set<Timer> wanted(MajorIncident major, Settings settings) {
        return major.clocks().stream()
                .flatMap(clock -> clock
                        .unnoted()
                        .map(due -> new Timer(PREFIX + clock.audience().name(), due))
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<MajorIncident>> command(MajorIncident major, Timer timer, Settings settings, Instant now) {
        return Optional.of(new CommunicationCommand.NoteOverdue(timer.name().substring(PREFIX.length()), timer.due()));
    }
}
