package org.itsmkit.improvement.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;

/**
 * Something that is to be done to get there.
 *
 * @param number from 1, within its improvement; never used again
 * @param text what
 * @param owner who sees to it
 * @param due until the end of which day, in UTC
 * @param state how far it is
 * @param note what was done, or why it will not be; may be empty
 * @param told the day of which whoever owned it then was told that it is over, if they were
 */
public record PlanStep(
        int number, String text, PersonId owner, LocalDate due, State state, String note, Optional<LocalDate> told) {

    /** How far a step is. */
    public enum State {
        /** Still to be done. */
        OPEN,
        /** Done. */
        DONE,
        /** It will not be done; the note says why. */
        DROPPED
    }

    public PlanStep {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(told, "told");
    }

    /** A step that is still to be done. */
    public static PlanStep open(int number, String text, PersonId owner, LocalDate due) {
        return new PlanStep(number, text, owner, due, State.OPEN, "", Optional.empty());
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** From when on it is overdue: when its day is over, in UTC. */
    public Instant overdueFrom() {
        return due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Whether its owner is to be told at {@code at} that it is overdue: once for each day on which it was to be done.
     */
    public boolean isToBeTold(Instant at) {
        return isOpen() && !told.equals(Optional.of(due)) && !at.isBefore(overdueFrom());
    }

    /** Returns this as it is once settled. */
    public PlanStep settled(State newState, String newNote) {
        return new PlanStep(number, text, owner, due, newState, newNote, told);
    }

    /** Returns this with another owner and another day. */
    public PlanStep given(PersonId newOwner, LocalDate newDue) {
        return new PlanStep(number, text, newOwner, newDue, state, note, told);
    }

    /** Returns this once its owner was told that its day is over. */
    public PlanStep toldOverdue() {
        return new PlanStep(number, text, owner, due, state, note, Optional.of(due));
    }
}
