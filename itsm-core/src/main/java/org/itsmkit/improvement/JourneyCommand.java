package org.itsmkit.improvement;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/**
 * What may be wanted of improvements so that they go on their way: forward if the step asks for nothing more, back with
 * a reason.
 */
public sealed interface JourneyCommand extends ImprovementCommand {

    /** Go on to measuring where one stands: it is said what it is for. */
    record Assess() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.ASSESS;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Advanced(context.destination())));
        }
    }

    /** Go on to saying where one wants to be: it is measured where one stands. */
    record Aim() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.AIM;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Advanced(context.destination())));
        }
    }

    /** Go on to saying how to get there: it is said where one wants to be. */
    record MakePlan() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.MAKE_PLAN;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Advanced(context.destination())));
        }
    }

    /** Begin to do it: there is a plan. */
    record Act() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.ACT;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.ActionBegun(context.destination())));
        }
    }

    /** Go on to asking whether one got there: it was measured again. */
    record Check() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.CHECK;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Advanced(context.destination())));
        }
    }

    /** Go on to keeping what was gained: somebody said that one got there, or part of the way. */
    record Keep() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.KEEP;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Advanced(context.destination())));
        }
    }

    /** Say that it is over: somebody looks after what was gained, and something was learned. */
    record Close() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.CLOSE;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Closed(context.destination())));
        }
    }

    /** Go on with it where it stands. */
    record Resume() implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.RESUME;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Resumed(context.destination())));
        }
    }

    /** Go one step back, because something turned out to be otherwise. */
    record GoBack(String reason) implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.GO_BACK;
        }

        @Override
        public List<Violation> check(Context context) {
            return because(reason);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.WentBack(context.destination(), reason)));
        }
    }

    /** Plan anew, because one did not get there. */
    record PlanAgain(String reason) implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.PLAN_AGAIN;
        }

        @Override
        public List<Violation> check(Context context) {
            return because(reason);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.PlannedAgain(context.destination(), reason)));
        }
    }

    /** Let it stand still for the time being, in its step. */
    record Park(String reason) implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.PARK;
        }

        @Override
        public List<Violation> check(Context context) {
            return because(reason);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Parked(context.destination(), reason)));
        }
    }

    /** Say that it will not be done; what is parked may be abandoned, too. */
    record Abandon(String reason) implements JourneyCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.ABANDON;
        }

        @Override
        public List<Violation> check(Context context) {
            return because(reason);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new JourneyEvent.Abandoned(context.destination(), reason)));
        }
    }

    private static List<Violation> because(String reason) {
        return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
    }
}
