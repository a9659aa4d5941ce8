package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Phase;

/** What happens to what is said about a major incident, to whom, and what is written down. */
public sealed interface CommunicationEvent extends MajorIncidentEvent, Event.Next<MajorIncident> {

    /**
     * These audiences are to be told, and no others. Those who were in the plan keep their clocks, moved by what their cadence changed;
     * those who are new have theirs started, once there is something to tell.
     */
    record Planned(List<Audience> audiences) implements CommunicationEvent {
        public Planned {
            audiences = List.copyOf(audiences);
        }

        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            boolean isRunning = major.status().phase() == Phase.ACTIVE;
            List<UpdateClock> clocks = new ArrayList<>();
            for (Audience audience : audiences) {
                UpdateClock fresh = UpdateClock.standing(audience);
                clocks.add(major.clock(audience.name())
                        .map(clock -> clock.replanned(audience))
                        .orElse(isRunning ? fresh.started(when.occurredAt()) : fresh));
            }
            return major.withClocks(clocks).touched(when);
        }
    }

    /**
     * An audience was told how things stand.
     *
     * @param status the name of the status at the time
     * @param isFinal whether it was the last they are told
     * @param wasDue when they were to be told, if their clock ran
     * @param isLate whether that had passed
     */
    record Informed(
            String audience,
            String channel,
            String text,
            String status,
            boolean isFinal,
            Optional<Instant> wasDue,
            boolean isLate)
            implements CommunicationEvent {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withClock(audience, clock -> clock.informed(when.occurredAt(), isFinal))
                    .withUpdates(major.updates() + 1)
                    .withUpdatesLate(major.updatesLate() + (isLate ? 1 : 0))
                    .touched(when);
        }
    }

    /** An audience was not told by {@code due}. */
    record Missed(String audience, Instant due) implements CommunicationEvent {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withClock(audience, UpdateClock::noted).touched(when);
        }
    }

    /**
     * Somebody wrote something into the timeline.
     *
     * @param happenedAt when it happened; not after it was written down
     * @param corrects the place, in this journal, of the entry in whose stead it stands, if it corrects one
     */
    record Entered(EntryKind kind, String text, Instant happenedAt, Optional<Long> corrects)
            implements CommunicationEvent {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            List<Long> entries = new ArrayList<>(major.entries());
            entries.removeIf(place -> corrects.equals(Optional.of(place)));
            entries.add(when.sequence());
            return major.withEntries(entries).touched(when);
        }
    }
}
