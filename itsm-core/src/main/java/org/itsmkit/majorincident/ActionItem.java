package org.itsmkit.majorincident;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * Something that is to be done so that it does not happen again, or hurts less.
 *
 * @param number from 1, within its major incident
 * @param text what
 * @param owner who sees to it
 * @param due until the end of which day
 * @param state how far it is
 * @param note why it was dropped, or what was done; may be empty
 * @param handedOverTo which record it goes on in, if it does
 */
public record ActionItem(
        int number,
        String text,
        PersonId owner,
        LocalDate due,
        State state,
        String note,
        Optional<RecordRef> handedOverTo) {

    /** How far it is. */
    public enum State {
        /** Still to be done. */
        OPEN,
        /** Done. */
        DONE,
        /** It will not be done; the note says why. */
        DROPPED,
        /** It goes on elsewhere: in a change, a problem or another record. */
        HANDED_OVER
    }

    public ActionItem {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(handedOverTo, "handedOverTo");
    }

    /** Whether it is still to be done, and its day is over on {@code today}. */
    public boolean isOverdueOn(LocalDate today) {
        return state == State.OPEN && today.isAfter(due);
    }

    ActionItem settled(State newState, String newNote, Optional<RecordRef> to) {
        return new ActionItem(number, text, owner, due, newState, newNote, to);
    }
}
