package org.itsmkit.change.cab;

import static org.itsmkit.change.cab.CabMeetingLifecycle.CLOSE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.DECIDE;
import static org.itsmkit.change.cab.CabMeetingLifecycle.DEFER;
import static org.itsmkit.change.cab.CabMeetingLifecycle.ORDER_AGENDA;
import static org.itsmkit.change.cab.CabMeetingLifecycle.PUT_ON_AGENDA;
import static org.itsmkit.change.cab.CabMeetingLifecycle.TAKE_OFF_AGENDA;
import static org.itsmkit.change.cab.CabMeetingPolicy.of;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Ticketed;

/** What is permitted with what a meeting looks at: part of {@link CabMeetingPolicy#standard}. */
final class AgendaPolicy {

    private AgendaPolicy() {}

    /** What is put on the agenda is a change of which the caller may know. */
    static Rule<CabMeeting> changeIsKnown() {
        return Rule.of(
                "change-is-known",
                Set.of(PUT_ON_AGENDA),
                p -> p.intention(AgendaCommand.PutOnAgenda.class)
                        .map(put -> !p.context().facts().exists(put.change()))
                        .orElse(false),
                "There is no such change.");
    }

    /** A change that is over needs no board. */
    static Rule<CabMeeting> changeIsNotOver() {
        return Rule.of(
                "change-is-not-over",
                Set.of(PUT_ON_AGENDA),
                p -> p.intention(AgendaCommand.PutOnAgenda.class)
                        .flatMap(put -> p.context().facts().record(put.change(), Ticketed.class))
                        .map(ticketed -> ticketed.ticket().phase().isOver())
                        .orElse(false),
                "The change is over.");
    }

    /** An agenda can be gone through. */
    static Rule<CabMeeting> agendaHasRoom() {
        return Rule.of(
                "agenda-has-room",
                Set.of(PUT_ON_AGENDA),
                p -> of(
                        p,
                        AgendaCommand.PutOnAgenda.class,
                        (meeting, put) -> meeting.item(put.change()).isEmpty()
                                && meeting.agenda().size() >= CabMeeting.MOST_ITEMS),
                "No more than " + CabMeeting.MOST_ITEMS + " changes stand on an agenda.");
    }

    /** Only what stands on the agenda is taken off, voted on or put off. */
    static Rule<CabMeeting> isOnTheAgenda() {
        return Rule.of(
                "is-on-the-agenda",
                Set.of(TAKE_OFF_AGENDA, DECIDE, DEFER),
                p -> change(p)
                        .flatMap(change ->
                                p.record().map(meeting -> meeting.item(change).isEmpty()))
                        .orElse(false),
                "The change does not stand on the agenda.");
    }

    /** What was voted on is done with; what was put off may be taken up again. */
    static Rule<CabMeeting> votedOnOnce() {
        return Rule.of(
                "voted-on-once",
                Set.of(PUT_ON_AGENDA, DECIDE, DEFER),
                p -> item(p).map(AgendaItem::isVoted).orElse(false),
                "The change was voted on in this meeting.");
    }

    /** An item of which something came stays, for all to see what. */
    static Rule<CabMeeting> whatWasDecidedStays() {
        return Rule.of(
                "what-was-decided-stays",
                Set.of(TAKE_OFF_AGENDA),
                p -> item(p).flatMap(AgendaItem::decision).isPresent(),
                "What was voted on or put off stays on the agenda.");
    }

    private static Optional<RecordRef> change(Proposal<CabMeeting> proposal) {
        return proposal.intention(AgendaCommand.PutOnAgenda.class)
                .map(AgendaCommand.PutOnAgenda::change)
                .or(() ->
                        proposal.intention(AgendaCommand.TakeOffAgenda.class).map(AgendaCommand.TakeOffAgenda::change))
                .or(() -> proposal.intention(AgendaCommand.Decide.class).map(AgendaCommand.Decide::change))
                .or(() -> proposal.intention(AgendaCommand.Defer.class).map(AgendaCommand.Defer::change));
    }

    private static Optional<AgendaItem> item(Proposal<CabMeeting> proposal) {
        return change(proposal).flatMap(change -> proposal.record().flatMap(meeting -> meeting.item(change)));
    }

    /** Nothing is forgotten where the agenda is put in order, and nothing comes in. */
    static Rule<CabMeeting> orderIsWhole() {
        return Rule.of(
                "order-is-whole",
                Set.of(ORDER_AGENDA),
                p -> of(
                        p,
                        AgendaCommand.OrderAgenda.class,
                        (meeting, order) ->
                                order.changes().size() > meeting.agenda().size()
                                        || !new HashSet<>(order.changes())
                                                .equals(new HashSet<>(meeting.agenda().stream()
                                                        .map(AgendaItem::change)
                                                        .toList()))),
                "An order names all that stands on the agenda, each once.");
    }

    /** Nobody votes from afar: who is not there has no vote in the meeting. */
    static Rule<CabMeeting> thosePresentVote() {
        return Rule.of(
                "those-present-vote",
                Set.of(DECIDE),
                p -> of(
                        p,
                        AgendaCommand.Decide.class,
                        (meeting, decide) -> !meeting.present().containsAll(voters(decide))),
                "Somebody would vote who is not there.");
    }

    /** Guests listen and speak; the chair and those who were invited vote. */
    static Rule<CabMeeting> theBoardVotes() {
        return Rule.of(
                "the-board-votes",
                Set.of(DECIDE),
                p -> of(
                        p,
                        AgendaCommand.Decide.class,
                        (meeting, decide) -> !meeting.board().containsAll(voters(decide))),
                "Somebody would vote who was not invited.");
    }

    private static List<PersonId> voters(AgendaCommand.Decide decide) {
        return decide.votes().stream().map(BoardVote::person).toList();
    }

    /** Nobody goes home before each change was voted on or put off. */
    static Rule<CabMeeting> agendaIsSettled() {
        return Rule.of(
                "agenda-is-settled",
                Set.of(CLOSE),
                p -> p.record()
                        .map(meeting -> meeting.agenda().stream()
                                .anyMatch(item -> item.decision().isEmpty()))
                        .orElse(false),
                "Something on the agenda was neither voted on nor put off.");
    }
}
