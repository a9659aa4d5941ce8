package org.itsmkit.improvement;

import java.time.LocalDate;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;

/** What happens to what is to be done. */
public sealed interface PlanEvent extends ImprovementEvent {

    /** Something is to be done. */
    record StepPlanned(Status to, int step, String text, PersonId owner, LocalDate due)
            implements PlanEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            PlanStep planned = PlanStep.open(step, text, owner, due);
            return improvement.moved(to, when).withPlan(Improvement.and(improvement.plan(), planned));
        }
    }

    /** Somebody else is to do it, or until another day. */
    record StepMoved(Status to, int step, PersonId owner, LocalDate due) implements PlanEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withStep(step, one -> one.given(owner, due));
        }
    }

    /** It was done, or will not be. */
    record StepSettled(Status to, int step, PlanStep.State state, String note)
            implements PlanEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withStep(step, one -> one.settled(state, note));
        }
    }

    /** Its day is over, and it is not done. */
    record StepOverdue(Status to, int step, LocalDate due) implements PlanEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withStep(step, PlanStep::toldOverdue);
        }
    }
}
