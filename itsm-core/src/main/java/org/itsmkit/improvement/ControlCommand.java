package org.itsmkit.improvement;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;

/** What may be wanted so that what was gained is kept. */
public sealed interface ControlCommand extends ImprovementCommand {

    /** Say who looks at what and how often, in place of what was said before. */
    record SetControl(ControlMeasure control) implements ControlCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.SET_CONTROL;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            return EvidenceCommand.dated(Inputs.check(), "nextReview", Optional.of(control.nextReview()))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.control().equals(Optional.of(control)),
                    context,
                    new ControlEvent.ControlSet(context.destination(), control));
        }
    }

    /**
     * Say what one saw. The next look is due as many days after this one as lie between two.
     *
     * @param value what one saw, in the unit of the metric that is looked at
     * @param note what one says of it; may be empty
     */
    record ReviewControl(BigDecimal value, String note) implements ControlCommand {
        public ReviewControl {
            value = new FieldValue.Decimal(value).value();
        }

        @Override
        public Action action() {
            return ImprovementLifecycle.REVIEW_CONTROL;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("note", note, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            LocalDate today = LocalDate.ofInstant(context.at(), ZoneOffset.UTC);
            return right(improvement.control().stream()
                    .<Event<Improvement>>map(control -> new ControlEvent.ControlReviewed(
                            context.destination(), value, control.holds(value), note, control.nextAfter(today)))
                    .toList());
        }
    }

    /** Take note that somebody is to look: of one day once, and not before it. */
    record NoteReviewDue(LocalDate on) implements ControlCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.NOTE_REVIEW_DUE;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            boolean isDue = improvement
                            .control()
                            .map(control -> control.nextReview().equals(on))
                            .orElse(false)
                    && improvement
                            .reviewDue()
                            .map(due -> !context.at().isBefore(due))
                            .orElse(false);
            return right(isDue ? List.of(new ControlEvent.ReviewDue(context.destination(), on)) : List.of());
        }
    }
}
