package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.engine.Announcer;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;

/**
 * Who is told of what happens to tickets of every kind: those who are given one, the manager it is escalated to, and those who asked
 * of what is said to all, and the requester of what was merged.
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
            requesters(ticket).forEach(person -> announcements.add(Announcement.to(person, "commented", arguments)));
        } else if (event instanceof TicketFamilyEvent.CommentedToAll<R>) {
            requesters(ticket).forEach(person -> announcements.add(Announcement.to(person, "commented", arguments)));
        } else if (event instanceof TicketMergeEvent.MergedInto<R> merged) {
            Map<String, String> more = new HashMap<>(arguments);
            more.put("into", merged.into().number());
            announcements.add(Announcement.to(ticket.requester(), "merged", more));
        }
        return announcements;
    }

    /** Who asked, and who asked in what was merged into it; each once. */
    public static Set<PersonId> requesters(Ticket ticket) {
        Set<PersonId> requesters = new LinkedHashSet<>(Set.of(ticket.requester()));
        ticket.duplicates().forEach(duplicate -> requesters.add(duplicate.requester()));
        return requesters;
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
