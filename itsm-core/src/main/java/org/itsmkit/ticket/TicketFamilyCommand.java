package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.record.Link;

/**
 * What may be wanted of a ticket together with those below it. See {@link TicketCascades} for what carries it down.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketFamilyCommand<R extends Ticketed<R>> extends Command<R> {

    /**
     * Say something to everybody about this ticket and all below it that are not over: to the requester of each. For those who may
     * read what is internal alone.
     *
     * @param text what
     * @param from on which ticket it was said, where that is not this one; people leave it empty
     */
    record CommentToAll<R extends Ticketed<R>>(String text, Optional<RecordRef> from)
            implements TicketFamilyCommand<R> {

        /** Say something about this ticket and all below it. */
        public CommentToAll(String text) {
            this(text, Optional.empty());
        }

        @Override
        public Action action() {
            return TicketAction.COMMENT;
        }

        @Override
        public Needs needs(R record) {
            return from.isEmpty() ? Needs.internal() : Needs.none();
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("comment", text, TicketDraft.TEXT_LENGTH)
                    .require(
                            from.isEmpty() || context.caller().isSystem(),
                            "comment.from-elsewhere",
                            "from",
                            "What is said here is said here.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return right(
                    TicketEvent.andMove(record, context, List.of(new TicketFamilyEvent.CommentedToAll<R>(text, from))));
        }

        @Override
        public Optional<Command<R>> followedBy(R after, Context context) {
            return HoldCommand.afterWordsToAll(after, context);
        }
    }

    /**
     * Let it wait as long as its parent does: it goes on when that does.
     *
     * @param parent with which it waits; refused if that is not its parent
     * @param reason the name of one of the tenant's hold reasons
     * @param note what exactly it waits for
     */
    record HoldWith<R extends Ticketed<R>>(RecordRef parent, String reason, Optional<String> note)
            implements TicketFamilyCommand<R> {
        @Override
        public Action action() {
            return TicketAction.HOLD;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            // Whether it can be kept is looked at by check.
            return Texts.firstUnstorable(reason).isEmpty() && reason.length() <= Texts.MAX_LENGTH
                    ? Map.of("hold-reason", FieldValue.text(reason))
                    : Map.of();
        }

        @Override
        public List<Violation> check(Context context) {
            Optional<HoldReason> known = context.settings().holdReason(reason);
            return Inputs.check()
                    .require(known.isPresent(), "hold.unknown-reason", "reason", "There is no such reason to wait.")
                    .optionalText("note", note.orElse(""), TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            if (!record.ticket().isLinked(LinkType.PARENT, parent)) {
                return left(context.refuse(Violation.of("hold.not-its-parent", "That is not its parent.")));
            }
            Hold hold = new Hold(reason, note).togetherWith(parent);
            boolean changes = record.ticket().hold().filter(hold::isLike).isEmpty()
                    || !record.ticket().status().equals(context.destination());
            return right(changes ? List.of(new TicketEvent.Held<>(context.destination(), hold)) : List.of());
        }
    }

    /**
     * Point at another record than before in the same way: below another parent, or an instance of another problem. Nothing happens where
     * it does not point at {@code from}.
     */
    record PointInstead<R extends Ticketed<R>>(LinkType type, RecordRef from, RecordRef target)
            implements TicketFamilyCommand<R>, Pointing {
        @Override
        public Action action() {
            return TicketAction.LINK;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return type.equals(LinkType.PARENT) ? Map.of("parent", FieldValue.text(target.toString())) : Map.of();
        }

        @Override
        public Needs needs(R record) {
            Needs needs = Needs.record(target);
            return type.isAcyclic() ? needs.and(Needs.ancestry(type.value(), target)) : needs;
        }

        @Override
        public Optional<RecordRef> replaces() {
            return Optional.of(from);
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Link old = Link.of(type.value(), from);
            if (!record.ticket().links().contains(old) || from.equals(target)) {
                return right(TicketEvent.andMove(record, context, List.of()));
            }
            Link wanted = Link.of(type.value(), target);
            if (wanted.target().equals(context.self())) {
                return left(context.refuse(Links.toItself()));
            }
            List<Event<R>> events = new ArrayList<>(List.of(new TicketEvent.Unlinked<R>(old)));
            if (!record.ticket().links().contains(wanted)) {
                events.add(new TicketEvent.Linked<R>(wanted));
            }
            return right(TicketEvent.andMove(record, context, events));
        }
    }
}
