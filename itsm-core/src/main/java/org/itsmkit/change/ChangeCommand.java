package org.itsmkit.change;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** What may be wanted of changes alone; see {@link TicketCommand} for the rest. */
public sealed interface ChangeCommand extends Command<Change> {

    /** Begin to plan a change. */
    record Draft(TicketDraft draft, String plan) implements Creation<Change>, NamesRequester {
        @Override
        public Action action() {
            return ChangeLifecycle.DRAFT_CHANGE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return draft.supplies();
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return draft.requester();
        }

        @Override
        public Needs needs() {
            return draft.needs();
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return draft.supplies(context);
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(draft.check(context));
            violations.addAll(Inputs.check()
                    .optionalText("plan", plan, TicketDraft.TEXT_LENGTH)
                    .violations());
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Context context) {
            return right(draft.begin(new ChangeEvent.Drafted(draft.open(context), plan), context));
        }
    }

    /** Say yes, with a comment that may be empty. */
    record Authorise(String comment) implements ChangeCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.AUTHORISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("comment", comment, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Authorised(context.destination(), comment)));
        }
    }

    /** Plan it anew: it is a draft again, or still, with another plan. */
    record Revise(String plan) implements ChangeCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("plan", plan, TicketDraft.TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Revised(context.destination(), plan)));
        }
    }

    /** Say that it was made, and how it went. */
    record Implement(String outcome) implements ChangeCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.IMPLEMENT;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("outcome", outcome, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Implemented(context.destination(), outcome)));
        }
    }
}
