package org.itsmkit.approval;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * That one person stands in for another.
 *
 * @param from whose vote it is
 * @param to who may give it; not the same
 * @param fromInclusive from when on
 * @param toExclusive until when; after {@code fromInclusive}
 */
public record Delegation(PersonId from, PersonId to, Instant fromInclusive, Instant toExclusive) {

    public Delegation {
        Objects.requireNonNull(from, "from");
        if (from.equals(to)) {
            throw new IllegalArgumentException("to: nobody stands in for themselves, as " + to + " would");
        }
        fromInclusive = Micros.truncate(fromInclusive);
        toExclusive = Micros.truncate(toExclusive);
        if (!fromInclusive.isBefore(toExclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must be after fromInclusive, not " + toExclusive + " after " + fromInclusive);
        }
    }

    /** Whether it holds at {@code at}. */
    public boolean holdsAt(Instant at) {
        return !at.isBefore(fromInclusive) && at.isBefore(toExclusive);
    }
}
