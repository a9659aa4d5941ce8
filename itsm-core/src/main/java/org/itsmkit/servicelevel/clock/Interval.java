package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.itsmkit.ticket.Stretch;

/**
 * A stretch of time, and whether it counted.
 *
 * @param fromInclusive when it begins
 * @param toExclusive when it ends
 * @param cause why it counted or did not
 * @param cycle in which cycle; 0 before the first
 * @param situation in which situation the record was; empty before there was one
 * @param holiday what the holiday is called on which it lies, if that is why it is closed; may be an empty name
 * @param hours by which service hours
 */
public record Interval(
        Instant fromInclusive,
        Instant toExclusive,
        Cause cause,
        int cycle,
        Optional<Stretch> situation,
        Optional<String> holiday,
        ServiceHours hours) {

    /** Why a stretch of time counted or did not. */
    public enum Cause {
        /** It counted. */
        COUNTED,
        /** It counted, as no more may be pause. */
        PAUSE_USED_UP,
        /** It was pause. */
        PAUSED,
        /** Outside of service hours. */
        CLOSED,
        /** Before the clock started. */
        NOT_STARTED,
        /** After it was done. */
        STOPPED,
        /** After it was cancelled. */
        CANCELLED,
        /** It ran or was pause, until its cycle began anew. */
        TAKEN_BACK
    }

    /** Whether it was used of what there is. */
    public boolean isCounted() {
        return cause == Cause.COUNTED || cause == Cause.PAUSE_USED_UP;
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(fromInclusive, toExclusive);
    }
}
