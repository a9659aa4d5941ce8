package org.itsmkit.change.model;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of change models. What holds changes by what is approved alone; revising proposes. */
public sealed interface ChangeModelCommand extends Command<ChangeModel> {

    /** The name of the kind of record that is made by models. */
    String CHANGE = "change";

    /** The most code points of a title. */
    int TITLE_LENGTH = 255;

    /** The most code points of a description. */
    int DESCRIPTION_LENGTH = 32_000;

    /** The most code points of a comment or a reason. */
    int NOTE_LENGTH = 4_000;

    /** Begins to say how changes of one sort are to be made. */
    static Propose.Builder propose() {
        return new Propose.Builder();
    }

    /**
     * Write down how changes of one sort are to be made.
     *
     * @param title in one line
     * @param description for which changes it is; may be empty
     * @param owner who sees to it
     * @param procedure how each goes
     * @param failuresAllowed how many may fail before the model is suspended, 1 to {@value ChangeModel#MOST_FAILURES}; any number if
     *     empty
     */
    @KitStyle
    @Value.Builder
    record Propose(
            String title,
            String description,
            PersonId owner,
            ChangeProcedure procedure,
            Optional<Integer> failuresAllowed)
            implements Creation<ChangeModel> {

        @Override
        public Action action() {
            return ChangeModelLifecycle.PROPOSE;
        }

        @Override
        public Needs needs() {
            return Needs.person(owner);
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(described(title, description));
            violations.addAll(ProcedureCheck.of(procedure, failuresAllowed));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(Context context) {
            return right(List.of(new ChangeModelEvent.Proposed(
                    context.number().get(),
                    title,
                    description,
                    owner,
                    procedure,
                    failuresAllowed,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends ProposeBuilder {
            Builder() {
                description("");
            }
        }
    }

    /** Propose another procedure, in place of one proposed before. What was approved holds until that is. */
    record Revise(ChangeProcedure procedure, Optional<Integer> failuresAllowed) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return ProcedureCheck.of(procedure, failuresAllowed);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            boolean isSame = model.proposed()
                    .map(before -> before.says(procedure, failuresAllowed))
                    .orElse(false);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new ChangeModelEvent.Revised(context.destination(), procedure, failuresAllowed)));
        }
    }

    /** Call it otherwise, or describe it otherwise. */
    record Describe(String title, String description) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return described(title, description);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            boolean isSame = model.title().equals(title) && model.description().equals(description);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new ChangeModelEvent.Described(context.destination(), title, description)));
        }
    }

    /** Give it to another owner. */
    record HandOver(PersonId owner) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(ChangeModel model) {
            return Needs.person(owner);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return model.owner().equals(owner) && stays(context)
                    ? right(List.of())
                    : right(List.of(new ChangeModelEvent.HandedOver(context.destination(), model.owner(), owner)));
        }
    }

    /**
     * Say yes to what is proposed: it takes the place of what held before, and failures are counted anew.
     *
     * @param comment may be empty
     */
    record Approve(String comment) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.APPROVE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("comment", comment, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            if (model.proposed().isEmpty()) {
                return left(context.refuse(
                        Violation.of("change-model.nothing-proposed", "Nothing is proposed that could be approved.")));
            }
            return right(List.of(new ChangeModelEvent.Approved(
                    context.destination(), model.proposed().get(), model.version() + 1, comment)));
        }
    }

    /** Say no to what is proposed; what held before does so still. */
    record Reject(String reason) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.REJECT;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return right(List.of(new ChangeModelEvent.Rejected(context.destination(), reason)));
        }
    }

    /**
     * Say how a change went that was made by it. A use told again is none; one that failed after all is one more failure.
     *
     * @param change which
     * @param outcome what was backed out counts among the failures
     */
    record RecordUse(RecordRef change, ChangeOutcome outcome) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.RECORD_USE;
        }

        @Override
        public Needs needs(ChangeModel model) {
            return Needs.record(change);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            change.kind().equals(CHANGE) && context.facts().exists(change),
                            "change-model.no-such-change",
                            "change",
                            "There is no such change.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return model.wasTold(change, outcome) && stays(context)
                    ? right(List.of())
                    : right(List.of(new ChangeModelEvent.UseRecorded(context.destination(), change, outcome)));
        }
    }

    /** Let no further change be authorised by it for the time being, and none that was be begun. */
    record Suspend(String reason) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.SUSPEND;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return right(List.of(new ChangeModelEvent.Suspended(context.destination(), reason)));
        }
    }

    /** Let changes be made by it again as before; failures are counted anew. */
    record Reinstate(String reason) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.REINSTATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return right(List.of(new ChangeModelEvent.Reinstated(context.destination(), reason)));
        }
    }

    /** Let no further change be authorised by it ever again. */
    record Retire(String reason) implements ChangeModelCommand {
        @Override
        public Action action() {
            return ChangeModelLifecycle.RETIRE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<ChangeModel>>> decide(ChangeModel model, Context context) {
            return right(List.of(new ChangeModelEvent.Retired(context.destination(), reason)));
        }
    }

    private static List<Violation> described(String title, String description) {
        return Inputs.check()
                .line("title", title, TITLE_LENGTH)
                .optionalText("description", description, DESCRIPTION_LENGTH)
                .violations();
    }

    private static List<Violation> reasoned(String reason) {
        return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
    }

    private static boolean stays(Context context) {
        return context.transition().map(Transition::stays).orElse(true);
    }
}
