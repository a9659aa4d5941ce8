package org.itsmkit.knownerror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.FixingEvent;
import org.itsmkit.ticket.TicketOpening;

/** What happens to known errors alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface KnownErrorEvent extends Event<KnownError> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        List<EventType<?>> types = new ArrayList<>(List.of(
                EventType.of("identified", Identified.class),
                EventType.of("error-described", ErrorDescribed.class),
                EventType.of("workaround-described", WorkaroundDescribed.class),
                EventType.of("workaround-verified", WorkaroundVerified.class),
                EventType.of("fix-recorded", FixRecorded.class),
                EventType.of("recurred", Recurred.class),
                EventType.of("published", Published.class),
                EventType.of("retired", Retired.class)));
        types.addAll(FixingEvent.types());
        return List.copyOf(types);
    }

    /** Somebody wrote it down. */
    record Identified(TicketOpening opening, String symptom, Optional<String> cause, Optional<String> workaround)
            implements KnownErrorEvent, Event.First<KnownError> {
        @Override
        public KnownError begin(Occurrence when) {
            return KnownError.builder()
                    .ticket(opening.begin(when))
                    .symptom(symptom)
                    .cause(cause)
                    .workaround(workaround.map(Workaround::of))
                    .build();
        }
    }

    /** This is how it shows, and why. */
    record ErrorDescribed(String symptom, Optional<String> cause) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withSymptom(symptom)
                    .withCause(cause)
                    .withTicket(error.ticket().touched(when));
        }
    }

    /** This is said to help; nobody has verified it. */
    record WorkaroundDescribed(Status to, String text) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withWorkaround(Workaround.of(text))
                    .withTicket(error.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** It does help. */
    record WorkaroundVerified(Status to) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withWorkaround(error.workaround()
                            .map(w -> new Workaround(w.text(), Optional.of(when.by()), Optional.of(when.occurredAt()))))
                    .withTicket(error.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** It is gone. */
    record FixRecorded(Status to, String text) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withTicket(error.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** It is still there; what helped may help again, if somebody verifies it. */
    record Recurred(Status to, String reason) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withWorkaround(error.workaround().map(w -> Workaround.of(w.text())))
                    .withTicket(error.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** Everybody whom it concerns was told. */
    record Published() implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withPublishedAt(when.occurredAt())
                    .withTicket(error.ticket().touched(when));
        }
    }

    /** Nobody need know of it any longer. */
    record Retired(Status to, String reason) implements KnownErrorEvent, Event.Next<KnownError> {
        @Override
        public KnownError applyTo(KnownError error, Occurrence when) {
            return error.withTicket(error.ticket().moved(to, Optional.empty(), when));
        }
    }
}
