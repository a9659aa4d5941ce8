package org.itsmkit.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time that is open.
 *
 * @param fromInclusive when it begins
 * @param toExclusive when it ends, after {@code fromInclusive}: at that instant it is closed
 */
public record Window(Instant fromInclusive, Instant toExclusive) {

    public Window {
        if (!fromInclusive.isBefore(toExclusive)) {
            throw new IllegalArgumentException(
                    "a window ends after it begins: " + fromInclusive + " to " + toExclusive);
        }
    }

    /** Whether {@code at} is in it. */
    public boolean contains(Instant at) {
        return !at.isBefore(fromInclusive) && at.isBefore(toExclusive);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(fromInclusive, toExclusive);
    }
}
