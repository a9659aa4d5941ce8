package org.itsmkit.change.cab;

import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What happens to what a meeting looks at. */
public sealed interface AgendaEvent extends CabMeetingEvent, Event.Next<CabMeeting> {

    /** A change stands on the agenda, behind all others; or at its place, with what is to be decided of it now. */
    record PutOnAgenda(Status to, RecordRef change, String content, Optional<PersonId> presenter)
            implements AgendaEvent {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).with(AgendaItem.of(change, content, presenter));
        }
    }

    /** A change no longer stands on the agenda. */
    record TakenOffAgenda(Status to, RecordRef change) implements AgendaEvent {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).without(change);
        }
    }

    /** What stands on the agenda is looked at in this order. */
    record AgendaOrdered(Status to, List<RecordRef> changes) implements AgendaEvent {
        public AgendaOrdered {
            changes = List.copyOf(changes);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            return meeting.moved(to, when).ordered(changes);
        }
    }

    /**
     * There were votes on a change.
     *
     * @param content on what of it, see {@link AgendaItem#content}
     */
    record Decided(Status to, RecordRef change, String content, List<BoardVote> votes, String note)
            implements AgendaEvent {
        public Decided {
            votes = List.copyOf(votes);
        }

        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            Decision decision = new Decision(Decision.Kind.VOTED, votes, note, when.by(), when.occurredAt());
            return decided(meeting.moved(to, when), change, decision);
        }
    }

    /** A change was put off. */
    record Deferred(Status to, RecordRef change, String note) implements AgendaEvent {
        @Override
        public CabMeeting applyTo(CabMeeting meeting, Occurrence when) {
            Decision decision = new Decision(Decision.Kind.DEFERRED, List.of(), note, when.by(), when.occurredAt());
            return decided(meeting.moved(to, when), change, decision);
        }
    }

    private static CabMeeting decided(CabMeeting meeting, RecordRef change, Decision decision) {
        return meeting.item(change)
                .map(item -> meeting.with(item.decided(decision)))
                .orElse(meeting);
    }
}
