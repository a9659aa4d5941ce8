package org.itsmkit.servicelevel.errorbudget;

import java.time.Instant;
import java.util.Objects;

/**
 * How many events there were, such as requests in a minute.
 *
 * @param at when they were, or when the time in which they were counted began: they belong to whatever window has this instant
 * @param good how many were good, 0 to {@code total}
 * @param total how many there were
 */
public record EventCount(Instant at, long good, long total) {

    public EventCount {
        Objects.requireNonNull(at, "at");
        if (good < 0 || good > total) {
            throw new IllegalArgumentException("no more is good than there is: " + good + " of " + total);
        }
    }
}
