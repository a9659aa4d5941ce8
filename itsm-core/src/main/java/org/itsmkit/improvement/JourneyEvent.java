package org.itsmkit.improvement;

import java.util.Optional;
import org.itsmkit.improvement.evidence.Noted;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;

/** What happens to improvements on their way from step to step. */
public sealed interface JourneyEvent extends ImprovementEvent {

    /** It went one step on. */
    record Advanced(Status to) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when);
        }
    }

    /** One began to do it: what was measured until then says nothing of what comes of it. */
    record ActionBegun(Status to) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withActionBegan(when.occurredAt());
        }
    }

    /** It went one step back; what was said to whether one got there is said no longer. */
    record WentBack(Status to, String reason) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withEvaluation(Optional.empty());
        }
    }

    /** One did not get there, and plans anew. */
    record PlannedAgain(Status to, String reason) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withEvaluation(Optional.empty());
        }
    }

    /** It stands still. */
    record Parked(Status to, String reason) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withParked(new Noted(reason, when.by(), when.occurredAt()));
        }
    }

    /** It goes on where it stands. */
    record Resumed(Status to) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withParked(Optional.empty());
        }
    }

    /** It is over. */
    record Closed(Status to) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when);
        }
    }

    /** It will not be done. */
    record Abandoned(Status to, String reason) implements JourneyEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withParked(Optional.empty());
        }
    }
}
