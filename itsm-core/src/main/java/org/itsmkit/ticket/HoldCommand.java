package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** What may be wanted of tickets while they wait. */
public final class HoldCommand {

    private HoldCommand() {}

    /** What follows where the caller has said something to all: whoever waits for the requester goes on when they do. */
    static <R extends Ticketed<R>> Optional<Command<R>> afterWordsToAll(R record, Context context) {
        Ticket ticket = record.ticket();
        boolean isAnswer = ticket.isOf(context.caller())
                && ticket.hold()
                        .flatMap(hold -> context.settings().holdReason(hold.reason()))
                        .flatMap(HoldReason::followUp)
                        .map(FollowUp::resumesOnReply)
                        .orElse(false);
        return isAnswer ? Optional.of(new TicketCommand.Resume<>()) : Optional.empty();
    }

    /**
     * Remind the requester that it waits for them; possible in every status in which it waits for a reason, whatever the lifecycle says,
     * for it moves nothing.
     *
     * @param <R> the record that is a ticket
     */
    public record Remind<R extends Ticketed<R>>() implements Command<R> {
        @Override
        public Action action() {
            return TicketAction.REMIND;
        }

        @Override
        public boolean ignoresLifecycle() {
            return true;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<Hold> hold = record.ticket().hold();
            if (hold.isEmpty()) {
                return left(context.refuse(Violation.of("hold.does-not-wait", "It does not wait for anything.")));
            }
            int number = hold.get().reminders().size() + 1;
            if (number > FollowUp.Reminders.MOST) {
                return left(context.refuse(Violation.of(
                        "hold.reminded-too-often",
                        "most",
                        Integer.toString(FollowUp.Reminders.MOST),
                        "The requester was reminded " + FollowUp.Reminders.MOST + " times already.")));
            }
            return right(List.of(new HoldEvent.Reminded<R>(hold.get().reason(), number)));
        }
    }
}
