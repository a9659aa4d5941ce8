package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Link;

/**
 * What happens to tickets of every kind.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketEvent<R extends Ticketed<R>> extends Event.Next<R>
        permits TicketEvent.Described,
                TicketEvent.Categorised,
                TicketEvent.Prioritised,
                TicketEvent.Assigned,
                TicketEvent.Moved,
                TicketEvent.Held,
                TicketEvent.Escalated,
                TicketEvent.Commented,
                TicketEvent.Linked,
                TicketEvent.Unlinked,
                TicketEvent.FieldsSet,
                TicketEvent.Migrated,
                TicketPeopleEvent {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("described", Described.class),
                EventType.of("categorised", Categorised.class),
                EventType.of("prioritised", Prioritised.class),
                EventType.of("assigned", Assigned.class),
                EventType.of("moved", Moved.class),
                EventType.of("held", Held.class),
                EventType.of("escalated", Escalated.class),
                EventType.of("commented", Commented.class),
                EventType.of("linked", Linked.class),
                EventType.of("unlinked", Unlinked.class),
                EventType.of("fields-set", FieldsSet.class),
                EventType.of("migrated", Migrated.class),
                EventType.of("reminded", HoldEvent.Reminded.class));
    }

    /**
     * Returns {@code events}, and that the ticket moved if the row that is taken leads elsewhere: a tailored lifecycle may let any action
     * lead anywhere, also one that leads nowhere in the standard one. What waited, and waits there too, goes on waiting for the same.
     */
    static <R extends Ticketed<R>> List<Event<R>> andMove(R record, Context context, List<? extends Event<R>> events) {
        List<Event<R>> all = new ArrayList<>(events);
        context.transition().filter(row -> !row.stays()).ifPresent(row -> {
            Optional<Hold> hold = record.ticket().hold().filter(h -> row.to().phase() == Phase.WAITING);
            all.add(new Moved<>(row.action(), row.to(), Optional.empty(), hold));
        });
        return all;
    }

    /** Returns what becomes of the ticket. */
    Ticket applyTo(Ticket ticket, Occurrence when);

    @Override
    default R applyTo(R record, Occurrence when) {
        return record.withTicket(applyTo(record.ticket(), when));
    }

    /** It was put into other words. */
    record Described<R extends Ticketed<R>>(String title, String description) implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withTitle(title).withDescription(description).touched(when);
        }
    }

    /** It is of that sort, and about that service. */
    record Categorised<R extends Ticketed<R>>(Optional<Category> category, Optional<ServiceId> service)
            implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withCategory(category).withService(service).touched(when);
        }
    }

    /** It is that pressing; the priority is what the matrix gave at the time. */
    record Prioritised<R extends Ticketed<R>>(Impact impact, Urgency urgency, Priority priority)
            implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.withImpact(impact)
                    .withUrgency(urgency)
                    .withPriority(priority)
                    .touched(when);
        }
    }

    /** It was given to that group and that person; where one is missing, nobody has that part now. */
    record Assigned<R extends Ticketed<R>>(Optional<GroupId> group, Optional<PersonId> person)
            implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.assigned(group, person, when);
        }
    }

    /**
     * It went on to another status, or was confirmed where it is, by {@code action}.
     *
     * @param hold what it goes on waiting for there, if it does
     */
    record Moved<R extends Ticketed<R>>(Action action, Status to, Optional<String> note, Optional<Hold> hold)
            implements TicketEvent<R> {

        /** It went on to another status, where it waits for nothing that was said before. */
        public Moved(Action action, Status to, Optional<String> note) {
            this(action, to, note, Optional.empty());
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.moved(to, hold, when);
        }
    }

    /** It waits, for that. */
    record Held<R extends Ticketed<R>>(Status to, Hold hold) implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.moved(to, Optional.of(hold), when);
        }
    }

    /** It was taken further, to a group or to a manager. */
    record Escalated<R extends Ticketed<R>>(Optional<GroupId> group, Optional<PersonId> manager, String reason)
            implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            List<Escalation> escalations = new ArrayList<>(ticket.escalations());
            escalations.add(new Escalation(when.occurredAt(), when.by(), group, manager, reason));
            return ticket.withEscalations(escalations).touched(when);
        }
    }

    /** Somebody said something about it, to everybody or among the provider's own people. */
    record Commented<R extends Ticketed<R>>(String text, boolean isInternal, Optional<Side> side)
            implements TicketEvent<R>, Event.Internal {

        /** Something that nobody in particular said. */
        public Commented(String text, boolean isInternal) {
            this(text, isInternal, Optional.empty());
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            if (isInternal) {
                return ticket.touched(when);
            }
            Ticket more = ticket.withComments(ticket.comments() + 1).touched(when);
            return side.map(speaker -> more.spoken(speaker, when)).orElse(more);
        }
    }

    /** It points at another record. */
    record Linked<R extends Ticketed<R>>(Link link) implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.linked(link, when);
        }
    }

    /** It no longer points at another record. */
    record Unlinked<R extends Ticketed<R>>(Link link) implements TicketEvent<R> {
        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.unlinked(link, when);
        }
    }

    /** Custom fields were given these values, or emptied; by some of those given, the ticket is not found. */
    record FieldsSet<R extends Ticketed<R>>(Map<String, FieldValue> values, Set<String> emptied, Set<String> unindexed)
            implements TicketEvent<R> {
        public FieldsSet {
            values = Map.copyOf(values);
            emptied = Set.copyOf(emptied);
            unindexed = Set.copyOf(unindexed);
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            Map<String, FieldValue> custom = new HashMap<>(ticket.custom());
            custom.putAll(values);
            custom.keySet().removeAll(emptied);
            Set<String> hidden = new HashSet<>(ticket.unindexed());
            hidden.removeAll(values.keySet());
            hidden.addAll(unindexed);
            hidden.retainAll(custom.keySet());
            return ticket.withCustom(custom).withUnindexed(hidden).touched(when);
        }
    }

    /** It was put into a status past the lifecycle, and why. */
    record Migrated<R extends Ticketed<R>>(Status from, Status to, Optional<Hold> hold, String reason)
            implements TicketEvent<R> {
        public Migrated {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Ticket applyTo(Ticket ticket, Occurrence when) {
            return ticket.moved(to, hold, when);
        }
    }
}
