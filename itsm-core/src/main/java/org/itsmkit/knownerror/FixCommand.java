package org.itsmkit.knownerror;

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
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted when an end is to be brought to a known error. */
public sealed interface FixCommand extends KnownErrorCommand {

    /** Say which change is to bring an end to it. What was planned before, and failed, can be planned again. */
    record PlanFix(RecordRef change) implements FixCommand, Pointing {
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
            return KnownErrorLifecycle.PLAN_FIX;
        }

        @Override
        public Needs needs(KnownError error) {
            return Fixing.needs(change);
        }

        @Override
        public List<Violation> check(Context context) {
            return Fixing.check(Inputs.check(), change, context).violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return Fixing.plan(
                    error,
                    error.fixes(),
                    change,
                    context,
                    new KnownErrorEvent.FixPlanned(context.destination(), change));
        }
    }

    /** Say what became of a change that was to fix it. */
    record NoteFix(RecordRef change, Fix.State state) implements FixCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.NOTE_FIX;
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            Optional<Fix.State> before = error.fix(change);
            if (before.isEmpty()) {
                return left(context.refuse(Fixing.unknown()));
            }
            boolean changes = !before.equals(Optional.of(state));
            return right(TicketEvent.andMove(
                    error, context, changes ? List.of(new KnownErrorEvent.FixNoted(change, state)) : List.of()));
        }
    }

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
