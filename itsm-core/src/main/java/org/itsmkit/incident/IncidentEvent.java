package org.itsmkit.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.TicketOpening;

/** What happens to incidents alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface IncidentEvent extends Event<Incident> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        List<EventType<?>> types = new ArrayList<>(own());
        types.addAll(IncidentTimelineEvent.types());
        types.addAll(WorkaroundEvent.types());
        return List.copyOf(types);
    }

    private static List<EventType<?>> own() {
        return List.of(
                EventType.of("logged", Logged.class),
                EventType.of("diagnosed", Diagnosed.class),
                EventType.of("resolved", Resolved.class),
                EventType.of("confirmed", Confirmed.class),
                EventType.of("reopened", Reopened.class),
                EventType.of("refused", Refused.class));
    }

    /** It was told to the kit. */
    record Logged(TicketOpening opening, Instant detectedAt) implements IncidentEvent, Event.First<Incident> {
        @Override
        public Incident begin(Occurrence when) {
            return Incident.builder()
                    .ticket(opening.begin(when))
                    .detectedAt(detectedAt)
                    .reopenings(0)
                    .build();
        }
    }

    /** Somebody found out what is wrong: at that instant, or else when it happened that they said so. */
    record Diagnosed(String diagnosis, Optional<Instant> at) implements IncidentEvent, Event.Next<Incident> {
        /** Somebody found out what is wrong, and said so at once. */
        public Diagnosed(String diagnosis) {
            this(diagnosis, Optional.empty());
        }

        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return incident.withDiagnosis(diagnosis)
                    .withDiagnosedAt(at.orElse(when.occurredAt()))
                    .withTicket(incident.ticket().touched(when));
        }
    }

    /** The service works again; whoever resolved it was of that tier, by the tiers of the day. */
    record Resolved(Status to, Resolution resolution, Optional<Integer> tier)
            implements IncidentEvent, Event.Next<Incident> {
        /** The service works again; whoever resolved it was of no tier. */
        public Resolved(Status to, Resolution resolution) {
            this(to, resolution, Optional.empty());
        }

        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return incident.withTicket(incident.ticket().moved(to, Optional.empty(), when))
                    .withResolution(resolution)
                    .withResolvedInTier(tier)
                    .withConfirmedBy(Optional.empty());
        }
    }

    /** Whom it concerned, or somebody for them, said that it does. */
    record Confirmed() implements IncidentEvent, Event.Next<Incident> {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return incident.withConfirmedBy(when.onBehalfOf().orElse(when.by()))
                    .withTicket(incident.ticket().touched(when));
        }
    }

    /** Whom it concerned, or somebody for them, did not accept the solution; that it was reopened stands beside this. */
    record Refused(String reason) implements IncidentEvent, Event.Next<Incident> {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return incident.withConfirmedBy(Optional.empty())
                    .withTicket(incident.ticket().touched(when));
        }
    }

    /** It came back, or was never away. */
    record Reopened(Status to, String reason) implements IncidentEvent, Event.Next<Incident> {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            return incident.withTicket(incident.ticket().moved(to, Optional.empty(), when))
                    .withResolution(Optional.empty())
                    .withConfirmedBy(Optional.empty())
                    .withReopenings(incident.reopenings() + 1);
        }
    }
}
