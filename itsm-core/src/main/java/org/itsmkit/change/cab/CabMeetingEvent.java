package org.itsmkit.change.cab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/** What happens to meetings. A family of its own is {@link AgendaEvent}. */
public sealed interface CabMeetingEvent extends Event<CabMeeting>
        permits CabMeetingEvent.Planned,
                CabMeetingEvent.Rescheduled,
                CabMeetingEvent.Invited,
                CabMeetingEvent.Uninvited,
                CabMeetingEvent.HandedOver,
                CabMeetingEvent.Reminded,
                CabMeetingEvent.Convened,
                CabMeetingEvent.AttendanceNoted,
                CabMeetingEvent.MinutesWritten,
                CabMeetingEvent.Closed,
                CabMeetingEvent.Cancelled,
                AgendaEvent {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("planned", Planned.class),
                EventType.of("rescheduled", Rescheduled.class),
                EventType.of("invited", Invited.class),
                EventType.of("uninvited", Uninvited.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("put-on-agenda", AgendaEvent.PutOnAgenda.class),
                EventType.of("taken-off-agenda", AgendaEvent.TakenOffAgenda.class),
                EventType.of("agenda-ordered", AgendaEvent.AgendaOrdered.class),
                EventType.of("reminded", Reminded.class),
                EventType.of("convened", Convened.class),
                EventType.of("attendance-noted", AttendanceNoted.class),
                EventType.of("decided", AgendaEvent.Decided.class),
                EventType.of("deferred", AgendaEvent.Deferred.class),
                EventType.of("minutes-written", MinutesWritten.class),
                EventType.of("closed", Closed.class),
                EventType.of("cancelled", Cancelled.class));
    }

    /** A meeting was planned. */
    record Planned(
            String number,
            String title,
            String authority,
            PersonId chair,
            Set<PersonId> invited,
            Window planned,
            Optional<String> place,
            Status status)
            implements CabMeetingEvent, Event.First<CabMeeting> {
        public Planned {
            invited = Set.copyOf(invited);
        }

        @Override
        public CabMeeting begin(Occurrence when) {
            return CabMeeting.builder()
                    .number(number)
                    .title(title)
                    .authority(authority)
                    .status(status)
                    .chair(chair)
                    .invited(invited)
                    .planned(planned)
                    .place(place)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build()
                    .heldIn(planned, when.occurredAt());
        }
    }

    /** It is to be at another time, or elsewhere. */
    record Rescheduled(Status to, Window planned, Optional<String> place)
            implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).heldIn(planned, when.occurredAt()).withPlace(place);
        }
    }

    /** These are asked to come besides. */
    record Invited(Status to, Set<PersonId> people) implements CabMeetingEvent, Event.Next<CabMeeting> {
        public Invited {
            people = Set.copyOf(people);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).withInvited(CabMeeting.and(meeting.invited(), people));
        }
    }

    /** These need not come. */
    record Uninvited(Status to, Set<PersonId> people) implements CabMeetingEvent, Event.Next<CabMeeting> {
        public Uninvited {
            people = Set.copyOf(people);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).withInvited(CabMeeting.without(meeting.invited(), people));
        }
    }

    /** Somebody else leads it; who did until then stays invited. */
    record HandedOver(Status to, PersonId from, PersonId chair) implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when)
                    .withInvited(CabMeeting.and(meeting.invited(), Set.of(from)))
                    .withChair(chair);
        }
    }

    /** People were reminded that it begins then. */
    record Reminded(Status to, Instant begins) implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).withReminded(Optional.of(begins));
        }
    }

    /** It began, with those who were there. */
    record Convened(Status to, Set<PersonId> present) implements CabMeetingEvent, Event.Next<CabMeeting> {
        public Convened {
            present = Set.copyOf(present);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).withPresent(present);
        }
    }

    /** Some came, and some left. */
    record AttendanceNoted(Status to, Set<PersonId> came, Set<PersonId> left)
            implements CabMeetingEvent, Event.Next<CabMeeting> {
        public AttendanceNoted {
            came = Set.copyOf(came);
            left = Set.copyOf(left);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when)
                    .withPresent(CabMeeting.and(CabMeeting.without(meeting.present(), left), came));
        }
    }

    /** Somebody wrote down what was said, in place of what stood there before. */
    record MinutesWritten(Status to, String minutes) implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).withMinutes(minutes);
        }
    }

    /** It is over. */
    record Closed(Status to) implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when);
        }
    }

    /** It will not be held. */
    record Cancelled(Status to, String reason) implements CabMeetingEvent, Event.Next<CabMeeting> {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when);
        }
    }
}
