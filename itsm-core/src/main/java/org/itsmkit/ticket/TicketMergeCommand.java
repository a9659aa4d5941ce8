package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/**
 * What may be wanted of tickets that were told twice.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketMergeCommand<R extends Ticketed<R>> extends Command<R> {

    /**
     * Let another of its kind go on in its place. This one is over, and points at the other as its duplicate; the other remembers its
     * number, title and requester, takes over what it is related to, was caused by and blocks, and its children. What was said about
     * it stays in its own journal.
     *
     * @param target which other; one that is over is refused by the rule {@code merge-target-is-not-over}
     */
    record MergeInto<R extends Ticketed<R>>(RecordRef target) implements TicketMergeCommand<R> {
        @Override
        public Action action() {
            return TicketAction.MERGE;
        }

        @Override
        public Needs needs(R record) {
            Needs needs = Needs.record(target)
                    .and(Needs.ancestry(LinkType.DUPLICATE_OF.value(), target))
                    .and(Needs.ancestry(LinkType.PARENT.value(), target));
            for (Link link : record.ticket().links()) {
                if (Mergers.isCarried(link)) {
                    needs = needs.and(Needs.record(link.target()));
                    needs = LinkType.of(link.type()).isAcyclic()
                            ? needs.and(Needs.ancestry(link.type(), link.target()))
                            : needs;
                }
            }
            return needs;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            target.kind().equals(context.self().kind()),
                            "merge.other-kind",
                            "target",
                            "Only tickets of one kind are merged.")
                    .require(!target.equals(context.self()), "merge.into-itself", "target", "It is that ticket itself.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<Ticket> found =
                    context.facts().record(target, Ticketed.class).map(other -> ((Ticketed<?>) other).ticket());
            if (found.isEmpty()) {
                return left(context.refuse(Violation.of("merge.no-such-target", "There is no such record.")));
            }
            List<Violation> violations = Mergers.objections(record.ticket(), found.get(), target, context);
            if (!violations.isEmpty()) {
                return left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
            }
            return right(List.of(new TicketMergeEvent.MergedInto<>(
                    context.destination(),
                    new Merger(target, found.get().number()),
                    carried(record.ticket(), context))));
        }

        /** What the other may take over: nothing that is not there for the caller, and nothing that would lead back to the other. */
        private Set<Link> carried(Ticket ticket, Context context) {
            Set<Link> carried = new HashSet<>();
            for (Link link : ticket.links()) {
                if (Mergers.isCarried(link)
                        && !link.target().equals(target)
                        && context.facts().exists(link.target())
                        && !Mergers.leadsTo(link, target, context)) {
                    carried.add(link);
                }
            }
            return carried;
        }
    }

    /** Take a merger back: it was something else after all. It is open again; what the other took over stays there. */
    record Unmerge<R extends Ticketed<R>>(String reason) implements TicketMergeCommand<R> {
        @Override
        public Action action() {
            return TicketAction.UNMERGE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return record.ticket()
                    .merger()
                    .<Either<Rejection, List<Event<R>>>>map(from ->
                            right(List.of(new TicketMergeEvent.Unmerged<>(context.destination(), from, reason))))
                    .orElseGet(() -> left(context.refuse(Mergers.notMerged())));
        }
    }
}
