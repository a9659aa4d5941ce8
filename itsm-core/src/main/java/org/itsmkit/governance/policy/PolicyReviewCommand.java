package org.itsmkit.governance.policy;

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

/** What may be wanted when a policy is looked at, from time to time. It stays in force meanwhile. */
public sealed interface PolicyReviewCommand extends GovernancePolicyCommand {

    /** Begin to look at it. */
    record BeginReview() implements PolicyReviewCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.BEGIN_REVIEW;
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.ReviewBegun(context.destination())));
        }
    }

    /** Say what was found, and when it is to be looked at again; never if empty. */
    record EndReview(String finding, Optional<LocalDate> next) implements PolicyReviewCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.END_REVIEW;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().text("finding", finding, NOTE_LENGTH);
            PolicyReviewCommand.reviewedIn(inputs, next);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.ReviewEnded(context.destination(), finding, next)));
        }
    }

    /** Say when it is to be looked at; never if empty. */
    record SetReviewDate(Optional<LocalDate> on) implements PolicyReviewCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.SET_REVIEW_DATE;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            PolicyReviewCommand.reviewedIn(inputs, on);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return policy.reviewOn().equals(on) && GovernancePolicyCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new GovernancePolicyEvent.ReviewDateSet(context.destination(), on)));
        }
    }

    /** Take note that it is to be looked at: of one day once, and not before it. */
    record NoteReviewDue(LocalDate on) implements PolicyReviewCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.NOTE_REVIEW_DUE;
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            boolean isDue = policy.reviewOn().equals(Optional.of(on))
                    && policy.reviewDue()
                            .map(due -> !context.at().isBefore(due))
                            .orElse(false);
            return right(isDue ? List.of(new GovernancePolicyEvent.ReviewDue(context.destination(), on)) : List.of());
        }
    }

    /** Holds against {@code inputs} a day of review far from any. */
    static void reviewedIn(Inputs inputs, Optional<LocalDate> day) {
        inputs.require(
                day.map(date -> date.getYear() >= 1970 && date.getYear() < 2199).orElse(true),
                "governance-policy.out-of-range",
                "reviewOn",
                "A policy is looked at in the years 1970 to 2198.");
    }
}
