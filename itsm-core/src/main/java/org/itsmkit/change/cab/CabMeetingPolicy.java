package org.itsmkit.change.cab;

import static org.itsmkit.change.cab.CabMeetingLifecycle.CONVENE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.HAND_OVER;
import static org.itsmkit.change.cab.CabMeetingLifecycle.INVITE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.NOTE_ATTENDANCE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.PLAN;
import static org.itsmkit.change.cab.CabMeetingLifecycle.PUT_ON_AGENDA;
import static org.itsmkit.change.cab.CabMeetingLifecycle.RESCHEDULE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.UNINVITE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.PersonId;

/** What is permitted with a meeting. */
public final class CabMeetingPolicy {

    private CabMeetingPolicy() {}

    /** All rules of meetings. */
    public static Policy<CabMeeting> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                peopleAreKnown(),
                plannedForWhatLiesAhead(),
                boardHasRoom(),
                whoIsUninvitedWasInvited(),
                AgendaPolicy.changeIsKnown(),
                AgendaPolicy.changeIsNotOver(),
                AgendaPolicy.agendaHasRoom(),
                AgendaPolicy.isOnTheAgenda(),
                AgendaPolicy.votedOnOnce(),
                AgendaPolicy.whatWasDecidedStays(),
                AgendaPolicy.orderIsWhole(),
                convenedOnItsDay(),
                chairIsPresent(),
                whoLeavesWasThere(),
                roomIsLargeEnough(),
                AgendaPolicy.thosePresentVote(),
                AgendaPolicy.theBoardVotes(),
                AgendaPolicy.agendaIsSettled()));
    }

    /** Nothing happens before what has happened already: who was there then would be another. */
    static Rule<CabMeeting> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> p.record()
                        .map(meeting -> p.context().at().isBefore(meeting.updatedAt()))
                        .orElse(false),
                "This would have happened before the meeting's last change.");
    }

    /** Who leads, is invited, presents or comes is somebody. */
    static Rule<CabMeeting> peopleAreKnown() {
        return Rule.of(
                "people-are-known",
                Set.of(PLAN, INVITE, HAND_OVER, PUT_ON_AGENDA, CONVENE, NOTE_ATTENDANCE),
                p -> p.intention().stream()
                        .flatMap(wanted -> People.named(wanted).stream())
                        .anyMatch(person -> p.context().facts().person(person).isEmpty()),
                "Nobody knows one of these people.");
    }

    /** A meeting is planned for a time that is not over. */
    static Rule<CabMeeting> plannedForWhatLiesAhead() {
        return Rule.of(
                "planned-for-what-lies-ahead",
                Set.of(PLAN, RESCHEDULE),
                p -> window(p)
                        .map(window -> !p.context().at().isBefore(window.toExclusive()))
                        .orElse(false),
                "A meeting is planned for a time that is not over.");
    }

    private static Optional<Window> window(Proposal<CabMeeting> proposal) {
        return proposal.intention(CabMeetingCommand.Plan.class)
                .map(CabMeetingCommand.Plan::planned)
                .or(() -> proposal.intention(CabMeetingCommand.Reschedule.class)
                        .map(CabMeetingCommand.Reschedule::planned));
    }

    /** A board is small enough to talk. */
    static Rule<CabMeeting> boardHasRoom() {
        return Rule.of(
                "board-has-room",
                Set.of(INVITE, HAND_OVER),
                p -> p.record()
                        .map(meeting -> CabMeeting.and(meeting.invited(), more(p, meeting))
                                        .size()
                                > CabMeeting.MOST_INVITED)
                        .orElse(false),
                "No more than " + CabMeeting.MOST_INVITED + " people are invited.");
    }

    /** Who is invited besides by that: those who are asked to come, or who led it until then. */
    private static Set<PersonId> more(Proposal<CabMeeting> proposal, CabMeeting meeting) {
        return proposal.intention(AttendanceCommand.Invite.class)
                .map(AttendanceCommand.Invite::people)
                .or(() -> proposal.intention(AttendanceCommand.HandOver.class)
                        .map(AttendanceCommand.HandOver::chair)
                        .filter(chair -> !chair.equals(meeting.chair()))
                        .map(chair -> Set.of(meeting.chair())))
                .orElse(Set.of());
    }

    /** Only who was asked to come can be told that they need not. */
    static Rule<CabMeeting> whoIsUninvitedWasInvited() {
        return Rule.of(
                "who-is-uninvited-was-invited",
                Set.of(UNINVITE),
                p -> of(
                        p,
                        AttendanceCommand.Uninvite.class,
                        (meeting, uninvite) -> !meeting.invited().containsAll(uninvite.people())),
                "Somebody of these is not invited.");
    }

    /** Nobody meets before the day that was planned; who must, plans it anew. */
    static Rule<CabMeeting> convenedOnItsDay() {
        return Rule.of(
                "convened-on-its-day",
                Set.of(CONVENE),
                p -> p.record()
                        .map(meeting -> meeting.planned().fromInclusive().minus(CabMeeting.EARLIEST))
                        .map(earliest -> p.context().at().isBefore(earliest))
                        .orElse(false),
                "A meeting is convened no more than " + CabMeeting.EARLIEST.toHours()
                        + " hours before it is to begin.");
    }

    /** While people are together, somebody leads; who must leave hands over to somebody who is there. */
    static Rule<CabMeeting> chairIsPresent() {
        return Rule.of(
                "chair-is-present",
                Set.of(CONVENE, HAND_OVER, NOTE_ATTENDANCE),
                p -> of(
                                p,
                                AttendanceCommand.Convene.class,
                                (meeting, convene) -> !convene.present().contains(meeting.chair()))
                        || of(
                                p,
                                AttendanceCommand.HandOver.class,
                                (meeting, handOver) -> meeting.status().phase() == Phase.ACTIVE
                                        && !meeting.present().contains(handOver.chair()))
                        || of(
                                p,
                                AttendanceCommand.NoteAttendance.class,
                                (meeting, note) -> note.left().contains(meeting.chair())),
                "The chair is present as long as the meeting is in session.");
    }

    /** Who leaves was there. */
    static Rule<CabMeeting> whoLeavesWasThere() {
        return Rule.of(
                "who-leaves-was-there",
                Set.of(NOTE_ATTENDANCE),
                p -> of(
                        p,
                        AttendanceCommand.NoteAttendance.class,
                        (meeting, note) -> !meeting.present().containsAll(note.left())),
                "Somebody would leave who is not there.");
    }

    /** Those who are there can be counted. */
    static Rule<CabMeeting> roomIsLargeEnough() {
        return Rule.of(
                "room-is-large-enough",
                Set.of(NOTE_ATTENDANCE),
                p -> of(
                        p,
                        AttendanceCommand.NoteAttendance.class,
                        (meeting, note) ->
                                CabMeeting.and(CabMeeting.without(meeting.present(), note.left()), note.came())
                                                .size()
                                        > CabMeeting.MOST_PRESENT),
                "No more than " + CabMeeting.MOST_PRESENT + " people are there at a time.");
    }

    /** Whether that is so of the meeting as it is and of the command, if there is one of that class. */
    static <C> boolean of(Proposal<CabMeeting> proposal, Class<C> type, BiPredicate<CabMeeting, C> question) {
        return proposal.intention(type)
                .flatMap(command -> proposal.record().map(meeting -> question.test(meeting, command)))
                .orElse(false);
    }
}
