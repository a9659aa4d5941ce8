package org.itsmkit.knownerror;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** What may be wanted when an end is to be brought to a known error. */
public sealed interface FixCommand extends KnownErrorCommand {

    /** Say that it is gone, and how. */
    record RecordFix(String text) implements FixCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.RECORD_FIX;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, TicketDraft.TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return right(List.of(new KnownErrorEvent.FixRecorded(context.destination(), text)));
        }
    }

    /** Say that it is still there, or back, and how one knows. */
    record Recur(String reason) implements FixCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.RECUR;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return right(List.of(new KnownErrorEvent.Recurred(context.destination(), reason)));
        }
    }
}
