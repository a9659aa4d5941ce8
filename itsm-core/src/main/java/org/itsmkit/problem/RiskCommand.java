package org.itsmkit.problem;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of a problem that is lived with. Days are those of UTC. */
public sealed interface RiskCommand extends ProblemCommand {

    /** Say that it is lived with, in what way, why, and on which day that is to be looked at again. */
    record AcceptRisk(AcceptedRisk.Code code, String reason, LocalDate reviewOn) implements RiskCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.ACCEPT_RISK;
        }

        @Override
        public List<Violation> check(Context context) {
            return reviewed(Inputs.check().text("reason", reason, TicketCommand.NOTE_LENGTH), reviewOn)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(List.of(new RiskEvent.RiskAccepted(context.destination(), code, reason, reviewOn)));
        }
    }

    /** Say that it is lived with still, why, and on which day that is to be looked at again. */
    record RenewRisk(String reason, LocalDate reviewOn) implements RiskCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.RENEW_RISK;
        }

        @Override
        public List<Violation> check(Context context) {
            return reviewed(Inputs.check().text("reason", reason, TicketCommand.NOTE_LENGTH), reviewOn)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(TicketEvent.andMove(problem, context, List.of(new RiskEvent.RiskRenewed(reason, reviewOn))));
        }
    }

    /** Take note that the day came: of one day once, and not before it. */
    record NoteRiskReview(LocalDate on) implements RiskCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.NOTE_RISK_REVIEW;
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            boolean isDue = problem.acceptedRisk()
                    .filter(risk -> risk.reviewOn().equals(on) && !risk.isReviewDue())
                    .map(risk -> !context.at().isBefore(risk.due()))
                    .orElse(false);
            return right(TicketEvent.andMove(
                    problem, context, isDue ? List.of(new RiskEvent.RiskReviewDue(on)) : List.of()));
        }
    }

    private static Inputs reviewed(Inputs inputs, LocalDate on) {
        return inputs.require(
                on.getYear() >= 1970 && on.getYear() < 2200,
                "date.out-of-range",
                "reviewOn",
                "A risk is looked at again in the years 1970 to 2199.");
    }
}
