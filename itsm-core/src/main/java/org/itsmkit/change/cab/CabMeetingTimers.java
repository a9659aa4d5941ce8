package org.itsmkit.change.cab;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.lifecycle.Phase;

/** Reminds people of a meeting one day before it is to begin, once for each beginning that was planned. */
final class CabMeetingTimers implements Timers<CabMeeting> {

    private static final String REMIND = "remind";

    @Override
    public Set<Timer> wanted(CabMeeting meeting, Settings settings) {
        return meeting.reminderDue().stream()
                .filter(due -> meeting.status().phase() == Phase.NEW)
                .map(due -> new Timer(REMIND, due))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<CabMeeting>> command(CabMeeting meeting, Timer timer, Settings settings, Instant now) {
        return Optional.of(new CabMeetingCommand.Remind(meeting.planned().fromInclusive()));
    }
}
