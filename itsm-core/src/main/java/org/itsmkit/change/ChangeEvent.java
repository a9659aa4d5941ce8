package org.itsmkit.change;

import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.TicketOpening;

/** What happens to changes alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface ChangeEvent extends Event<Change> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("drafted", Drafted.class),
                EventType.of("authorised", Authorised.class),
                EventType.of("revised", Revised.class),
                EventType.of("implemented", Implemented.class));
    }

    /** Somebody began to plan it. */
    record Drafted(TicketOpening opening, String plan) implements ChangeEvent, Event.First<Change> {
        @Override
        public Change begin(Occurrence when) {
            return Change.builder().ticket(opening.begin(when)).plan(plan).build();
        }
    }

    /** Somebody said yes. */
    record Authorised(Status to, String comment) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(
                            change.ticket().moved(to, Optional.empty(), when).approved(when))
                    .withApproval(new Approval(when.by(), when.occurredAt(), comment));
        }
    }

    /** It went back to planning, with another plan; nobody has said yes to that. */
    record Revised(Status to, String plan) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withPlan(plan)
                    .withApproval(Optional.empty());
        }
    }

    /** It was made. */
    record Implemented(Status to, String outcome) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withOutcome(outcome);
        }
    }
}
