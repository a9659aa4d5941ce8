package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.engine.Announcer;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;

/**
 * Who is told of what happens to tickets of every kind: those who are given one, or given one back, the manager it is escalated to,
 * those who asked and those who watch of what is said to all, those who watch of its resolution, its reopening and its end, the
 * requester of what was merged, with those who watch it, and of being waited for, those who have it when it goes on by itself, and whoever
 * a threshold of a service level clock says.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketAnnouncer<R extends Ticketed<R>> implements Announcer<R> {

    @Override
    public List<Announcement> announce(Happened<R> happened) {
        Event<R> event = happened.event();
        Occurrence occurrence = happened.occurrence();
        Ticket ticket = happened.after().ticket();
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
            announcements.addAll(toRequesterAndWatchers(ticket, "commented"));
        } else if (event instanceof TicketFamilyEvent.CommentedToAll<R>) {
            announcements.addAll(toRequesterAndWatchers(ticket, "commented"));
        } else if (event instanceof TicketMergeEvent.MergedInto<R> merged) {
            Map<String, String> more = new HashMap<>(arguments);
            more.put("into", merged.into().number());
            announcements.add(Announcement.to(ticket.requester(), "merged", more));
            watchersBut(ticket, ticket.requester())
                    .forEach(person -> announcements.add(Announcement.to(person, "merged", more)));
        } else if (event instanceof TicketPeopleEvent.HandedBack<R>) {
            ticket.group()
                    .map(group -> Announcement.to(group, "handed-back", arguments))
                    .ifPresent(announcements::add);
        } else if (event instanceof TicketPeopleEvent.RequesterChanged<R>) {
            announcements.add(Announcement.to(ticket.requester(), "requester-changed", arguments));
        } else if (event instanceof TicketEvent.Moved<R>
                || event instanceof TicketEvent.Held<R>
                || event instanceof TicketMergeEvent.Unmerged<R>) {
            news(happened).ifPresent(code -> announcements.addAll(toWatchers(ticket, code)));
        }
        if (event instanceof ServiceLevelEvent.ThresholdReached<R> reached) {
            announcements.addAll(ofThreshold(ticket, reached));
        } else if (event instanceof HoldEvent.Reminded<R>) {
            announcements.add(Announcement.to(ticket.requester(), "reminded", arguments));
        } else if (event instanceof TicketEvent.Moved<R> moved
                && moved.action().equals(TicketAction.RESUME)
                && occurrence.by().equals(Caller.SYSTEM)) {
            whoHasIt(ticket, "resumed", arguments).ifPresent(announcements::add);
        }
        return announcements;
    }

    private static List<Announcement> ofThreshold(Ticket ticket, ServiceLevelEvent.ThresholdReached<?> reached) {
        Map<String, String> arguments = new HashMap<>(arguments(ticket));
        arguments.put("commitment", reached.commitment());
        arguments.put("threshold", reached.threshold());
        reached.due().ifPresent(due -> arguments.put("due", due.toString()));
        if (reached.action() instanceof ThresholdAction.TellAssignee) {
            return whoHasIt(ticket, "threshold-reached", arguments).stream().toList();
        }
        // What teams and suppliers promise is nothing that requesters know of.
        return reached.action() instanceof ThresholdAction.TellRequester && !reached.isInternal()
                ? requesters(ticket).stream()
                        .map(person -> Announcement.to(person, "threshold-reached", arguments))
                        .toList()
                : List.of();
    }

    private static Optional<Announcement> whoHasIt(Ticket ticket, String code, Map<String, String> arguments) {
        return ticket.assignee()
                .map(person -> Announcement.to(person, code, arguments))
                .or(() -> ticket.group().map(group -> Announcement.to(group, code, arguments)));
    }

    /** Tells all who asked and all who watch; nobody twice. */
    public static List<Announcement> toRequesterAndWatchers(Ticket ticket, String code) {
        Map<String, String> arguments = arguments(ticket);
        Set<PersonId> asked = requesters(ticket);
        List<Announcement> announcements = new ArrayList<>();
        asked.forEach(person -> announcements.add(Announcement.to(person, code, arguments)));
        announcements.addAll(toWatchers(ticket, code, asked.toArray(PersonId[]::new)));
        return announcements;
    }

    /** Tells all who watch, but for those who are told already; in the order of their names. */
    public static List<Announcement> toWatchers(Ticket ticket, String code, PersonId... toldAlready) {
        Map<String, String> arguments = arguments(ticket);
        return watchersBut(ticket, toldAlready)
                .map(person -> Announcement.to(person, code, arguments))
                .toList();
    }

    private static Stream<PersonId> watchersBut(Ticket ticket, PersonId... toldAlready) {
        return ticket.watchers().stream()
                .filter(person -> !List.of(toldAlready).contains(person))
                .sorted(Comparator.comparing(PersonId::value));
    }

    /** What those who watch hear of a move, by what the status before it amounted to; nothing of most moves. */
    private Optional<String> news(Happened<R> happened) {
        Phase before = happened.before().map(record -> record.ticket().phase()).orElse(Phase.NEW);
        Phase now = happened.after().ticket().phase();
        if (before == now) {
            return Optional.empty();
        }
        return switch (now) {
            case RESOLVED -> Optional.of("resolved");
            case CLOSED -> Optional.of("closed");
            case CANCELLED -> Optional.of("cancelled");
            case NEW, ACTIVE, WAITING -> before.isOpen() ? Optional.empty() : Optional.of("reopened");
        };
    }

    /** Who asked, and who asked in what was merged into it; each once. */
    public static Set<PersonId> requesters(Ticket ticket) {
        Set<PersonId> requesters = new LinkedHashSet<>(Set.of(ticket.requester()));
        ticket.duplicates().forEach(duplicate -> requesters.add(duplicate.requester()));
        return requesters;
    }

    /** What every wording about a ticket may use, besides the title that it has when somebody is told. */
    public static Map<String, String> arguments(Ticket ticket) {
        return Map.of(
                "number", ticket.number(),
                "priority", ticket.priority().name(),
                "status", ticket.status().name());
    }
}
