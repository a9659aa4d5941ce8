package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmkit.engine.Announcer;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.Caller;

/**
 * Who is told of what happens to tickets of every kind: those who are given one, the manager it is escalated to, and the requester of
 * what is said to all and of being waited for, and those who have it when it goes on by itself.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketAnnouncer<R extends Ticketed<R>> implements Announcer<R> {

    @Override
    public List<Announcement> announce(Event<R> event, R record, Occurrence occurrence) {
        Ticket ticket = record.ticket();
        Map<String, String> arguments = arguments(ticket);
        List<Announcement> announcements = new ArrayList<>();
        if (event instanceof TicketEvent.Assigned<R> assigned) {
            assigned.person()
                    .map(person -> Announcement.to(person, "assigned", arguments))
                    .or(() -> assigned.group().map(group -> Announcement.to(group, "assigned", arguments)))
                    .ifPresent(announcements::add);
        } else if (event instanceof TicketEvent.Escalated<R> escalated) {
            escalated
                    .manager()
                    .map(manager -> Announcement.to(manager, "escalated", arguments))
                    .ifPresent(announcements::add);
        } else if (event instanceof TicketEvent.Commented<R> commented && !commented.isInternal()) {
            announcements.add(Announcement.to(ticket.requester(), "commented", arguments));
        }
        if (event instanceof HoldEvent.Reminded<R>) {
            announcements.add(Announcement.to(ticket.requester(), "reminded", arguments));
        } else if (event instanceof TicketEvent.Moved<R> moved
                && moved.action().equals(TicketAction.RESUME)
                && occurrence.by().equals(Caller.SYSTEM)) {
            ticket.assignee()
                    .map(person -> Announcement.to(person, "resumed", arguments))
                    .or(() -> ticket.group().map(group -> Announcement.to(group, "resumed", arguments)))
                    .ifPresent(announcements::add);
        }
        return announcements;
    }

    /** What every wording about a ticket may use. */
    public static Map<String, String> arguments(Ticket ticket) {
        return Map.of(
                "number", ticket.number(),
                "title", ticket.title(),
                "priority", ticket.priority().name(),
                "status", ticket.status().name());
    }
}
