package org.itsmkit.change.cab;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of what a meeting looks at, and of what comes of it. */
public sealed interface AgendaCommand extends CabMeetingCommand {

    /**
     * Put a change on the agenda, behind all others. One that stands there already, and was not voted on, keeps its place: it is to be
     * decided as it is now, and whatever put it off is past.
     *
     * @param content the digest of what is to be decided, see {@link AgendaItem#content}
     * @param presenter who tells the board of it, if somebody is to
     */
    record PutOnAgenda(RecordRef change, String content, Optional<PersonId> presenter) implements AgendaCommand {
        public PutOnAgenda {
            Keys.requireCode(content, "content");
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.PUT_ON_AGENDA;
        }

        @Override
        public Needs needs(CabMeeting meeting) {
            return Needs.record(change).and(People.needs(People.named(this)));
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            change.kind().equals(CabMeetings.CHANGE),
                            "agenda.no-change",
                            "change",
                            "Nothing but changes stands on an agenda.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            AgendaItem item = AgendaItem.of(change, content, presenter);
            return meeting.item(change).equals(Optional.of(item)) && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new AgendaEvent.PutOnAgenda(context.destination(), change, content, presenter)));
        }
    }

    /** Take a change off the agenda. */
    record TakeOffAgenda(RecordRef change) implements AgendaCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.TAKE_OFF_AGENDA;
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(List.of(new AgendaEvent.TakenOffAgenda(context.destination(), change)));
        }
    }

    /** Say in which order all that stands on the agenda is looked at. */
    record OrderAgenda(List<RecordRef> changes) implements AgendaCommand {
        public OrderAgenda {
            changes = List.copyOf(changes);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.ORDER_AGENDA;
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            List<RecordRef> before =
                    meeting.agenda().stream().map(AgendaItem::change).toList();
            return before.equals(changes) && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new AgendaEvent.AgendaOrdered(context.destination(), changes)));
        }
    }

    /**
     * Write down the votes on a change.
     *
     * @param votes what was said, each person once; one at least
     * @param note what was said besides; may be empty
     */
    record Decide(RecordRef change, List<BoardVote> votes, String note) implements AgendaCommand {
        public Decide {
            votes = List.copyOf(votes);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.DECIDE;
        }

        @Override
        public List<Violation> check(Context context) {
            long people = votes.stream().map(BoardVote::person).distinct().count();
            return Inputs.check()
                    .require(!votes.isEmpty(), "list.missing", "votes", "Nobody has voted.")
                    .require(
                            votes.size() <= CabMeeting.MOST_PRESENT,
                            "list.too-long",
                            "votes",
                            "There are more than " + CabMeeting.MOST_PRESENT + " votes.")
                    .require(people == votes.size(), "list.not-distinct", "votes", "Somebody votes twice.")
                    .optionalText("note", note, NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(meeting.item(change).stream()
                    .<Event<CabMeeting>>map(
                            item -> new AgendaEvent.Decided(context.destination(), change, item.content(), votes, note))
                    .toList());
        }
    }

    /** Put a change off, and say why. */
    record Defer(RecordRef change, String note) implements AgendaCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.DEFER;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("note", note, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            boolean isSaid = meeting.item(change)
                    .filter(AgendaItem::isDeferred)
                    .flatMap(AgendaItem::decision)
                    .map(Decision::note)
                    .equals(Optional.of(note));
            return isSaid && CabMeetingCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new AgendaEvent.Deferred(context.destination(), change, note)));
        }
    }
}
