package org.itsmkit.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.risk.RiskFinding;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.TicketOpening;

/** What happens to changes alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface ChangeEvent extends Event<Change> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        List<EventType<?>> types = new ArrayList<>(List.of(
                EventType.of("drafted", Drafted.class),
                EventType.of("revised", Revised.class),
                EventType.of("scheduled", Scheduled.class),
                EventType.of("risk-assessed", RiskAssessed.class),
                EventType.of("reclassified", Reclassified.class),
                EventType.of("authorised", Authorised.class),
                EventType.of("begun", Begun.class),
                EventType.of("implemented", Implemented.class),
                EventType.of("reviewed", Reviewed.class)));
        types.addAll(ApprovalEvent.types());
        return List.copyOf(types);
    }

    /** Somebody began to plan it. */
    record Drafted(
            TicketOpening opening,
            ChangeProcedure procedure,
            Optional<RecordRef> model,
            Plans plans,
            Optional<Slot> slot)
            implements ChangeEvent, Event.First<Change> {
        @Override
        public Change begin(Occurrence when) {
            return Change.builder()
                    .ticket(opening.begin(when))
                    .procedure(procedure)
                    .model(model)
                    .plans(plans)
                    .slot(slot)
                    .build();
        }
    }

    /** It went back to planning, with other plans; nobody has said yes to those. */
    record Revised(Status to, Plans plans) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withPlans(plans)
                    .withRound(Optional.empty())
                    .withAuthorisation(Optional.empty());
        }
    }

    /** It is to be made then. */
    record Scheduled(Slot slot) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().touched(when)).withSlot(slot);
        }
    }

    /** It is so risky. */
    record RiskAssessed(RiskLevel level, List<RiskFinding> findings) implements ChangeEvent, Event.Next<Change> {
        public RiskAssessed {
            findings = List.copyOf(findings);
        }

        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().touched(when))
                    .withRisk(new AssessedRisk(level, findings, when.by(), when.occurredAt()));
        }
    }

    /** It goes another way; how risky it is by that, nobody knows yet. */
    record Reclassified(ChangeProcedure procedure, Optional<RecordRef> model)
            implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().touched(when))
                    .withProcedure(procedure)
                    .withModel(model)
                    .withRisk(Optional.empty());
        }
    }

    /** It may be made. */
    record Authorised(
            Status to,
            String comment,
            Authorisation.Basis basis,
            String content,
            Optional<Instant> validUntil,
            boolean reviewDue)
            implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(
                            change.ticket().moved(to, Optional.empty(), when).approved(when))
                    .withAuthorisation(new Authorisation(
                            when.by(), when.occurredAt(), comment, basis, content, validUntil, reviewDue));
        }
    }

    /** Somebody began to make it. */
    record Begun(Status to) implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withBegunAt(when.occurredAt());
        }
    }

    /**
     * It was made.
     *
     * @param begunAt when it was begun, if nobody had said so when it was
     */
    record Implemented(Status to, ChangeOutcome outcome, String note, Optional<Instant> begunAt)
            implements ChangeEvent, Event.Next<Change> {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            Instant from = change.begunAt()
                    .or(() -> begunAt)
                    .filter(begun -> begun.isBefore(when.occurredAt()))
                    .orElse(when.occurredAt());
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withBegunAt(from)
                    .withResult(new Result(outcome, note, from, when.occurredAt(), when.by()));
        }
    }

    /** People looked back on it. */
    record Reviewed(Status to, String wentWell, String wentBadly, List<String> lessons)
            implements ChangeEvent, Event.Next<Change> {
        public Reviewed {
            lessons = List.copyOf(lessons);
        }

        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withReview(new Review(wentWell, wentBadly, lessons, when.by(), when.occurredAt()));
        }
    }
}
