package org.itsmkit.service;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.service.portfolio.PlannedRetirement;

/** Tells when the day of a service's end has come, once for each day that was planned; whether it ends then people decide. */
final class ServiceTimers implements Timers<Service> {

    private static final String RETIREMENT = "retirement";

    @Override
    public Set<Timer> wanted(Service service, Settings settings) {
        return service.retirementDue().stream()
                .filter(due -> !service.status().phase().isOver())
                .map(due -> new Timer(RETIREMENT, due))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<Service>> command(Service service, Timer timer, Settings settings, Instant now) {
        return service.retirement().map(PlannedRetirement::on).map(RetirementCommand.NoteRetirementDue::new);
    }
}
