package org.itsmkit.governance;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.lifecycle.Phase;

/** Reminds who is accountable that nothing was measured in time, once for each moment at which something was to be. */
final class DirectiveTimers implements Timers<Directive> {

    private static final String REPORT = "report";

    @Override
    public Set<Timer> wanted(Directive directive, Settings settings) {
        return directive.reportDue().stream()
                .filter(due -> directive.status().phase() == Phase.ACTIVE)
                .filter(due -> !directive.reportTold().equals(Optional.of(due)))
                .map(due -> new Timer(REPORT, due))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<Directive>> command(Directive directive, Timer timer, Settings settings, Instant now) {
        return directive.reportDue().map(DirectiveCommand.NoteReportDue::new);
    }
}
