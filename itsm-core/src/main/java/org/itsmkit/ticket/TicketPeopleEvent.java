package org.itsmkit.ticket;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/**
 * What happens around tickets of every kind: who takes one and gives it back, who watches, who asked, which suppliers are involved, and
 * how it is tagged.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketPeopleEvent<R extends Ticketed<R>> extends TicketEvent<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("assignment-accepted", Accepted.class),
                EventType.of("handed-back", HandedBack.class),
                EventType.of("watched", Watched.class),
                EventType.of("unwatched", Unwatched.class),
                EventType.of("requester-changed", RequesterChanged.class),
                EventType.of("customer-changed", CustomerChanged.class),
                EventType.of("supplier-involved", SupplierInvolved.class),
                EventType.of("supplier-dropped", SupplierDropped.class),
                EventType.of("tagged", Tagged.class));
    }

    /** The person took it, and has it from then on. */
    record Accepted<R extends Ticketed<R>>(PersonId person) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.assigned(ticket.group(), Optional.of(person), when).withAcceptedAt(when.occurredAt());
        }
    }

    /** The person gave it back to the group, and why; nobody of the group has it from then on. */
    record HandedBack<R extends Ticketed<R>>(PersonId person, String reason) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.assigned(ticket.group(), Optional.empty(), when);
        }
    }

    /** The person watches it. */
    record Watched<R extends Ticketed<R>>(PersonId person) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            Set<PersonId> more = new HashSet<>(ticket.watchers());
            more.add(person);
            return ticket.withWatchers(more).touched(when);
        }
    }

    /** The person no longer watches it. */
    record Unwatched<R extends Ticketed<R>>(PersonId person) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            Set<PersonId> fewer = new HashSet<>(ticket.watchers());
            fewer.remove(person);
            return ticket.withWatchers(fewer).touched(when);
        }
    }

    /** It is that person's from then on: they asked, or are affected. */
    record RequesterChanged<R extends Ticketed<R>>(PersonId requester) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withRequester(requester).touched(when);
        }
    }

    /** It concerns that customer from then on, or none. */
    record CustomerChanged<R extends Ticketed<R>>(Optional<OrganisationId> customer) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withCustomer(customer).touched(when);
        }
    }

    /** A supplier is involved, under that reference; what was known of their reference before is no longer so. */
    record SupplierInvolved<R extends Ticketed<R>>(Supplier supplier) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            Set<Supplier> all = without(ticket, supplier.organisation());
            all.add(supplier);
            return ticket.withSuppliers(all).touched(when);
        }
    }

    /** A supplier is no longer involved. */
    record SupplierDropped<R extends Ticketed<R>>(OrganisationId organisation) implements TicketPeopleEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withSuppliers(without(ticket, organisation)).touched(when);
        }
    }

    /** It has these tags more, and those fewer. */
    record Tagged<R extends Ticketed<R>>(Set<String> added, Set<String> removed) implements TicketPeopleEvent<R> {
        public Tagged {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            Set<String> tags = new HashSet<>(ticket.tags());
            tags.addAll(added);
            tags.removeAll(removed);
            return ticket.withTags(tags).touched(when);
        }
    }

    private static Set<Supplier> without(Ticket ticket, OrganisationId organisation) {
        Set<Supplier> others = new HashSet<>(ticket.suppliers());
        others.removeIf(other -> other.organisation().equals(organisation));
        return others;
    }
}
