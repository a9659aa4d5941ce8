package org.itsmkit.improvement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.ControlReview;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;

/** What happens so that what was gained is kept. */
public sealed interface ControlEvent extends ImprovementEvent {

    /** It was said who looks at what, and how often. */
    record ControlSet(Status to, ControlMeasure control) implements ControlEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withControl(control);
        }
    }

    /** Somebody looked. */
    record ControlReviewed(Status to, BigDecimal value, boolean holds, String note, LocalDate next)
            implements ControlEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement
                    .moved(to, when)
                    .withReview(new ControlReview(value, holds, note, when.by(), when.occurredAt()))
                    .withControl(improvement.control().map(control -> control.dueOn(next)));
        }
    }

    /** Somebody is to look. */
    record ReviewDue(Status to, LocalDate on) implements ControlEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withReviewNoted(Optional.of(on));
        }
    }
}
