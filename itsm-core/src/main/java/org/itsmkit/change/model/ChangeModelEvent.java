package org.itsmkit.change.model;

import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/** What happens to change models. */
public sealed interface ChangeModelEvent extends Event<ChangeModel> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("proposed", Proposed.class),
                EventType.of("revised", Revised.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("approved", Approved.class),
                EventType.of("rejected", Rejected.class),
                EventType.of("use-recorded", UseRecorded.class),
                EventType.of("suspended", Suspended.class),
                EventType.of("reinstated", Reinstated.class),
                EventType.of("retired", Retired.class));
    }

    /** Somebody wrote down how such changes are to be made. */
    record Proposed(
            String number,
            String title,
            String description,
            PersonId owner,
            ChangeProcedure procedure,
            Optional<Integer> failuresAllowed,
            Status status)
            implements ChangeModelEvent, Event.First<ChangeModel> {
        @Override
        public ChangeModel begin(Occurrence when) {
            return ChangeModel.builder()
                    .number(number)
                    .title(title)
                    .description(description)
                    .owner(owner)
                    .status(status)
                    .proposed(ProposedProcedure.of(procedure, failuresAllowed, when))
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** Another procedure was proposed. */
    record Revised(Status to, ChangeProcedure procedure, Optional<Integer> failuresAllowed)
            implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withProposed(ProposedProcedure.of(procedure, failuresAllowed, when));
        }
    }

    /** It is called otherwise, or described otherwise. */
    record Described(Status to, String title, String description) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withTitle(title).withDescription(description);
        }
    }

    /** Somebody else owns it. */
    record HandedOver(Status to, PersonId from, PersonId owner) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withOwner(owner);
        }
    }

    /** Somebody said yes to what had been proposed: it holds. */
    record Approved(Status to, ProposedProcedure approved, int version, String comment)
            implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).holding(approved, version);
        }
    }

    /** Somebody said no to what had been proposed; what held before does so still. */
    record Rejected(Status to, String reason) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withProposed(Optional.empty());
        }
    }

    /** A change was made by it, and went so. */
    record UseRecorded(Status to, RecordRef change, ChangeOutcome outcome)
            implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).used(change, outcome);
        }
    }

    /** No change is begun by it for the time being. */
    record Suspended(Status to, String reason) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when);
        }
    }

    /** Changes are made by it again; failures are counted anew. */
    record Reinstated(Status to, String reason) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withFailures(0);
        }
    }

    /** No change will be begun by it; what was proposed is not wanted any longer. */
    record Retired(Status to, String reason) implements ChangeModelEvent, Event.Next<ChangeModel> {
        @Override
        public ChangeModel applyTo(ChangeModel model, Occurrence when) {
            return model.moved(to, when).withProposed(Optional.empty());
        }
    }
}
