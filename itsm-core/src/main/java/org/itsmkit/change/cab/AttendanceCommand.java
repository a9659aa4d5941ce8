package org.itsmkit.change.cab;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;

/** What may be wanted of who comes to a meeting. */
public sealed interface AttendanceCommand extends CabMeetingCommand {

    /** Ask people to come; who is asked already stays so. */
    record Invite(Set<PersonId> people) implements AttendanceCommand {
        public Invite {
            people = Set.copyOf(people);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.INVITE;
        }

        @Override
        public Needs needs(CabMeeting meeting) {
            return People.needs(People.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            return somebody("people", people);
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            Set<PersonId> more = CabMeeting.without(people, meeting.invited());
            return more.isEmpty() && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new CabMeetingEvent.Invited(context.destination(), more)));
        }
    }

    /** Say that people need not come. */
    record Uninvite(Set<PersonId> people) implements AttendanceCommand {
        public Uninvite {
            people = Set.copyOf(people);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.UNINVITE;
        }

        @Override
        public List<Violation> check(Context context) {
            return somebody("people", people);
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(List.of(new CabMeetingEvent.Uninvited(context.destination(), people)));
        }
    }

    /** Let somebody else lead it; who did until then stays invited. */
    record HandOver(PersonId chair) implements AttendanceCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(CabMeeting meeting) {
            return Needs.person(chair);
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return meeting.chair().equals(chair) && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new CabMeetingEvent.HandedOver(context.destination(), meeting.chair(), chair)));
        }
    }

    /** Begin, with those who are there: the chair, members of the board, and guests, who do not vote. */
    record Convene(Set<PersonId> present) implements AttendanceCommand {
        public Convene {
            present = Set.copyOf(present);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.CONVENE;
        }

        @Override
        public Needs needs(CabMeeting meeting) {
            return People.needs(People.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            return somebody("present", present);
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(List.of(new CabMeetingEvent.Convened(context.destination(), present)));
        }
    }

    /** Say who came, who may have been there already, and who left. */
    record NoteAttendance(Set<PersonId> came, Set<PersonId> left) implements AttendanceCommand {
        public NoteAttendance {
            came = Set.copyOf(came);
            left = Set.copyOf(left);
        }

        /** Say who came. */
        public static NoteAttendance came(PersonId... people) {
            return new NoteAttendance(Set.of(people), Set.of());
        }

        /** Say who left. */
        public static NoteAttendance left(PersonId... people) {
            return new NoteAttendance(Set.of(), Set.of(people));
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.NOTE_ATTENDANCE;
        }

        @Override
        public Needs needs(CabMeeting meeting) {
            return People.needs(People.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .require(
                            Collections.disjoint(came, left),
                            "list.not-distinct",
                            "left",
                            "Nobody comes and leaves at once.");
            People.in(inputs, "came", came, CabMeeting.MOST_PRESENT);
            People.in(inputs, "left", left, CabMeeting.MOST_PRESENT);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            Set<PersonId> more = CabMeeting.without(came, meeting.present());
            return more.isEmpty() && left.isEmpty() && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new CabMeetingEvent.AttendanceNoted(context.destination(), more, left)));
        }
    }

    private static List<Violation> somebody(String field, Set<PersonId> people) {
        Inputs inputs = Inputs.check().require(!people.isEmpty(), "list.missing", field, "Nobody is named.");
        People.in(inputs, field, people, CabMeeting.MOST_PRESENT);
        return inputs.violations();
    }
}
