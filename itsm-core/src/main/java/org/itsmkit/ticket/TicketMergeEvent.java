package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Link;

/**
 * What happens to tickets that are merged, and to those that they are merged into.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketMergeEvent<R extends Ticketed<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("merged", MergedInto.class),
                EventType.of("unmerged", Unmerged.class),
                EventType.of("absorbed", TookIn.class),
                EventType.of("released", LetGo.class));
    }

    /** Returns what becomes of the ticket. */
    Ticket applyTo(Ticket ticket, Occurrence when);

    @Override
    default R applyTo(R record, Occurrence when) {
        return record.withTicket(applyTo(record.ticket(), when));
    }

    /**
     * It is over: another goes on in its place.
     *
     * @param to the status in which it is over
     * @param into which other
     * @param carried the links that the other takes over, as far as it does not have them
     */
    record MergedInto<R extends Ticketed<R>>(Status to, Merger into, Set<Link> carried) implements TicketMergeEvent<R> {
        public MergedInto {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(into, "into");
            carried = Set.copyOf(carried);
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.merged(to, into, when);
        }
    }

    /** It was something else after all, and goes on by itself. */
    record Unmerged<R extends Ticketed<R>>(Status to, Merger from, String reason) implements TicketMergeEvent<R> {
        public Unmerged {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.unmerged(to, from, when);
        }
    }

    /**
     * It goes on in the place of others: of one that was merged into it, first, and of those that had been merged into that one. Internal
     * to the provider, for it says who else asked what.
     *
     * @param duplicates in the order in which they are remembered
     * @param links that it took over
     */
    record TookIn<R extends Ticketed<R>>(List<Duplicate> duplicates, Set<Link> links)
            implements TicketMergeEvent<R>, Event.Internal {
        public TookIn {
            duplicates = List.copyOf(duplicates);
            links = Set.copyOf(links);
        }

        @Override
        public boolean isInternal() {
            return true;
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            List<Duplicate> all = new ArrayList<>(ticket.duplicates());
            all.addAll(duplicates);
            Set<Link> allLinks = new HashSet<>(ticket.links());
            allLinks.addAll(links);
            return ticket.withDuplicates(all).withLinks(allLinks).touched(when);
        }
    }

    /** Some that were merged into it go on by themselves. Links that it took over stay: it may have come to need them. */
    record LetGo<R extends Ticketed<R>>(Set<RecordRef> duplicates) implements TicketMergeEvent<R> {
        public LetGo {
            duplicates = Set.copyOf(duplicates);
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withDuplicates(ticket.duplicates().stream()
                            .filter(duplicate -> !duplicates.contains(duplicate.ref()))
                            .toList())
                    .touched(when);
        }
    }
}
