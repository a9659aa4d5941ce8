package org.itsmkit.servicelevel;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** What may be wanted when an agreement is looked at, from time to time. */
public sealed interface AgreementReviewCommand extends AgreementCommand {

    /** Begin to look at it; it stays in force. */
    record BeginReview() implements AgreementReviewCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.BEGIN_REVIEW;
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.ReviewBegun(context.destination())));
        }
    }

    /** Say what was found, and when it is to be looked at again. */
    record EndReview(String finding, Optional<LocalDate> next) implements AgreementReviewCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.END_REVIEW;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().text("finding", finding, NOTE_LENGTH);
            InForce.reviewedIn(inputs, next);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.ReviewEnded(context.destination(), finding, next)));
        }
    }

    /** Say when it is to be looked at; never if empty. */
    record SetReviewDate(Optional<LocalDate> on) implements AgreementReviewCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.SET_REVIEW_DATE;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            InForce.reviewedIn(inputs, on);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return agreement.reviewOn().equals(on) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AgreementEvent.ReviewDateSet(context.destination(), on)));
        }
    }

    /** Take note that it is to be looked at: of one review once, and not before its day. */
    record NoteReviewDue(LocalDate on) implements AgreementReviewCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.NOTE_REVIEW_DUE;
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            boolean isDue = agreement.reviewOn().equals(Optional.of(on))
                    && agreement
                            .reviewDue()
                            .map(due -> !context.at().isBefore(due))
                            .orElse(false);
            return right(isDue ? List.of(new AgreementEvent.ReviewDue(context.destination(), on)) : List.of());
        }
    }

    private static boolean stays(Context context) {
        return context.transition().map(row -> row.stays()).orElse(true);
    }
}
