package org.itsmkit.improvement;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;

/** What may be wanted of what is to be done. */
public sealed interface PlanCommand extends ImprovementCommand {

    /** Say what is to be done, by whom, and until the end of which day in UTC. */
    record AddStep(String text, PersonId owner, LocalDate due) implements PlanCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.PLAN_STEP;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().text("text", text, NOTE_LENGTH);
            return EvidenceCommand.dated(inputs, "due", Optional.of(due)).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            int next = improvement.plan().size() + 1;
            return right(List.of(new PlanEvent.StepPlanned(context.destination(), next, text, owner, due)));
        }
    }

    /** Let somebody do it, and until the end of which day, in place of what was said before. */
    record MoveStep(int step, PersonId owner, LocalDate due) implements PlanCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.MOVE_STEP;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            return EvidenceCommand.dated(Inputs.check(), "due", Optional.of(due))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            boolean isSame = improvement
                    .step(step)
                    .map(one -> one.owner().equals(owner) && one.due().equals(due))
                    .orElse(false);
            return ImprovementCommand.unless(
                    isSame, context, new PlanEvent.StepMoved(context.destination(), step, owner, due));
        }
    }

    /**
     * Say that it is done, or will not be.
     *
     * @param step the number of the step
     * @param state {@link PlanStep.State#DONE} or {@link PlanStep.State#DROPPED}
     * @param note what was done, which may be empty; or why it will not be
     */
    record SettleStep(int step, PlanStep.State state, String note) implements PlanCommand {

        /** It is done. */
        public static SettleStep done(int step, String note) {
            return new SettleStep(step, PlanStep.State.DONE, note);
        }

        /** It will not be done. */
        public static SettleStep dropped(int step, String why) {
            return new SettleStep(step, PlanStep.State.DROPPED, why);
        }

        @Override
        public Action action() {
            return ImprovementLifecycle.SETTLE_STEP;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .require(
                            state != PlanStep.State.OPEN,
                            "step.not-settled",
                            "state",
                            "A step that is settled was done or dropped.");
            return (state == PlanStep.State.DROPPED
                            ? inputs.text("note", note, NOTE_LENGTH)
                            : inputs.optionalText("note", note, NOTE_LENGTH))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new PlanEvent.StepSettled(context.destination(), step, state, note)));
        }
    }

    /**
     * Take note that steps were to be done by the end of that day, and are not: of one day once, and not before it is
     * over.
     */
    record NoteOverdue(LocalDate due) implements PlanCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.NOTE_OVERDUE;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(improvement.plan().stream()
                    .filter(step -> step.due().equals(due) && step.isToBeTold(context.at()))
                    .<Event<Improvement>>map(
                            step -> new PlanEvent.StepOverdue(context.destination(), step.number(), due))
                    .toList());
        }
    }
}
