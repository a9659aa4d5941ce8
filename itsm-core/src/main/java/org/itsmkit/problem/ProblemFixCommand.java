package org.itsmkit.problem;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.Fixing;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Pointing;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted when an end is to be brought to a problem. */
public sealed interface ProblemFixCommand extends ProblemCommand {

    /** Say which change is to bring an end to it. What was planned before, and failed, can be planned again. */
    record PlanFix(RecordRef change) implements ProblemFixCommand, Pointing {
        @Override
        public LinkType type() {
            return LinkType.FIXED_BY;
        }

        @Override
        public RecordRef target() {
            return change;
        }

        @Override
        public Action action() {
            return ProblemLifecycle.PLAN_FIX;
        }

        @Override
        public Needs needs(Problem problem) {
            return Fixing.needs(change);
        }

        @Override
        public List<Violation> check(Context context) {
            return Fixing.check(Inputs.check(), change, context).violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return Fixing.plan(
                    problem,
                    problem.fixes(),
                    change,
                    context,
                    new ProblemEvent.FixPlanned(context.destination(), change));
        }
    }

    /** Say what became of a change that was to fix it. */
    record NoteFix(RecordRef change, Fix.State state) implements ProblemFixCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.NOTE_FIX;
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            Optional<Fix.State> before = Fix.of(problem.fixes(), change);
            if (before.isEmpty()) {
                return left(context.refuse(Fixing.unknown()));
            }
            boolean changes = !before.equals(Optional.of(state));
            return right(TicketEvent.andMove(
                    problem, context, changes ? List.of(new ProblemEvent.FixNoted(change, state)) : List.of()));
        }
    }
}
