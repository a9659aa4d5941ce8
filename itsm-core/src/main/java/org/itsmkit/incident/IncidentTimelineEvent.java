package org.itsmkit.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.record.EventType;

/** What was said of the milestones of an incident: when each was, which may lie before the moment in which it was said. */
public sealed interface IncidentTimelineEvent extends Event.Next<Incident> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("acknowledged", Acknowledged.class),
                EventType.of("repaired", Repaired.class),
                EventType.of("recovered", Recovered.class),
                EventType.of("restored", Restored.class),
                EventType.of("milestone-corrected", MilestoneCorrected.class));
    }

    /** Somebody knew of it. */
    record Acknowledged(Instant at) implements IncidentTimelineEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return touched(incident.withAcknowledgedAt(at), when);
        }
    }

    /** What was broken was mended. */
    record Repaired(Instant at) implements IncidentTimelineEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return touched(incident.withRepairedAt(at), when);
        }
    }

    /** What was mended could be used again. */
    record Recovered(Instant at) implements IncidentTimelineEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return touched(incident.withRecoveredAt(at), when);
        }
    }

    /** Those whom it concerned had their service back. */
    record Restored(Instant at) implements IncidentTimelineEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return touched(incident.withRestoredAt(at), when);
        }
    }

    /** It was found that a milestone was at another instant than the one on record, or that one of the two is not known. */
    record MilestoneCorrected(Milestone milestone, Optional<Instant> before, Optional<Instant> after, String reason)
            implements IncidentTimelineEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return touched(milestone.set(incident, after), when);
        }
    }

    private static Incident touched(Incident incident, Occurrence when) {
        return incident.withTicket(incident.ticket().touched(when));
    }
}
