package org.itsmkit.change.cab;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.engine.Announcer;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.PersonId;

/**
 * Who is told of what happens to meetings: the board, of when it meets and what came of it; those whom it concerns, that they are
 * asked to come, to present a change or to lead, or need not.
 */
final class CabMeetingAnnouncer implements Announcer<CabMeeting> {

    @Override
    public List<Announcement> announce(Happened<CabMeeting> happened) {
        Event<CabMeeting> event = happened.event();
        CabMeeting meeting = happened.after();
        if (event instanceof CabMeetingEvent.Planned) {
            return to(meeting.board(), "cab-meeting-planned", arguments(meeting));
        }
        if (event instanceof CabMeetingEvent.Rescheduled) {
            return to(meeting.board(), "cab-meeting-rescheduled", arguments(meeting));
        }
        if (event instanceof CabMeetingEvent.Reminded) {
            return to(meeting.board(), "cab-meeting-near", arguments(meeting));
        }
        if (event instanceof CabMeetingEvent.Cancelled) {
            return to(meeting.board(), "cab-meeting-cancelled", arguments(meeting));
        }
        if (event instanceof CabMeetingEvent.Closed) {
            return to(meeting.board(), "cab-meeting-closed", counted(meeting));
        }
        return toThem(event, meeting);
    }

    private static List<Announcement> toThem(Event<CabMeeting> event, CabMeeting meeting) {
        Map<String, String> arguments = arguments(meeting);
        if (event instanceof CabMeetingEvent.Invited invited) {
            return to(invited.people(), "cab-meeting-planned", arguments);
        }
        if (event instanceof CabMeetingEvent.Uninvited uninvited) {
            return to(uninvited.people(), "cab-meeting-uninvited", arguments);
        }
        if (event instanceof CabMeetingEvent.HandedOver handed) {
            return to(Set.of(handed.chair()), "cab-meeting-handed-over", arguments);
        }
        return event instanceof AgendaEvent.PutOnAgenda put
                ? to(
                        put.presenter().stream().toList(),
                        "cab-meeting-present",
                        and(arguments, "change", put.change().id().value()))
                : List.of();
    }

    /** To each of them, by their ids. */
    private static List<Announcement> to(Collection<PersonId> people, String code, Map<String, String> arguments) {
        return people.stream()
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> Announcement.to(person, code, arguments))
                .toList();
    }

    /** What every wording may use, besides the title that it has when somebody is told. */
    private static Map<String, String> arguments(CabMeeting meeting) {
        return Map.of(
                "number", meeting.number(),
                "status", meeting.status().name(),
                "begins", meeting.planned().fromInclusive().toString(),
                "ends", meeting.planned().toExclusive().toString(),
                "items", Integer.toString(meeting.agenda().size()));
    }

    private static Map<String, String> counted(CabMeeting meeting) {
        int deferred = meeting.deferred().size();
        return and(arguments(meeting), "deferred", Integer.toString(deferred));
    }

    private static Map<String, String> and(Map<String, String> arguments, String name, String value) {
        Map<String, String> more = new HashMap<>(arguments);
        more.put(name, value);
        return more;
    }
}
