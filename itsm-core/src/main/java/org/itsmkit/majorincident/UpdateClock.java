package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When an audience is to be told next. The clock starts when the major incident is accepted, and starts anew with every update; it stops
 * with the final one.
 *
 * @param audience who
 * @param lastAt when they were told last, if ever
 * @param nextDue when they are to be told next, at the latest; empty while the clock stands
 * @param missed the due instant that passed without an update, if it was noted; at most the present one
 * @param isFinished whether they got the final update
 */
public record UpdateClock(
        Audience audience,
        Optional<Instant> lastAt,
        Optional<Instant> nextDue,
        Optional<Instant> missed,
        boolean isFinished) {

    public UpdateClock {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(lastAt, "lastAt");
        Objects.requireNonNull(nextDue, "nextDue");
        Objects.requireNonNull(missed, "missed");
    }

    /** A clock that stands. */
    static UpdateClock standing(Audience audience) {
        return new UpdateClock(audience, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Whether an update at {@code at} comes too late: it was to come before the due instant. */
    public boolean isLateAt(Instant at) {
        return nextDue.map(due -> !at.isBefore(due)).orElse(false);
    }

    /** The due instant that nobody has noted as missed yet, if the clock runs. */
    public Optional<Instant> unnoted() {
        return nextDue.filter(due -> !missed.equals(Optional.of(due)));
    }

    /** Returns this clock started at {@code at}, as if they had been told then. */
    UpdateClock started(Instant at) {
        return new UpdateClock(audience, lastAt, Optional.of(at.plus(audience.cadence())), Optional.empty(), false);
    }

    /** Returns this clock, which stands. */
    UpdateClock stopped() {
        return new UpdateClock(audience, lastAt, Optional.empty(), Optional.empty(), isFinished);
    }

    /** Returns this clock after an update. It runs on if it ran, unless that was the final one. */
    UpdateClock informed(Instant at, boolean isFinal) {
        UpdateClock told = new UpdateClock(audience, Optional.of(at), nextDue, missed, isFinished);
        if (isFinal) {
            return new UpdateClock(audience, Optional.of(at), Optional.empty(), Optional.empty(), true);
        }
        return nextDue.isPresent() ? told.started(at) : told;
    }

    /** Returns this clock, of whose present due instant it is noted that it was missed. */
    UpdateClock noted() {
        return new UpdateClock(audience, lastAt, nextDue, nextDue, isFinished);
    }

    /** Returns this clock for another plan of the same audience: what is due moves by as much as the cadence changed. */
    UpdateClock replanned(Audience changed) {
        Optional<Instant> due =
                nextDue.map(instant -> instant.minus(audience.cadence()).plus(changed.cadence()));
        return new UpdateClock(changed, lastAt, due, due.equals(nextDue) ? missed : Optional.empty(), isFinished);
    }
}
