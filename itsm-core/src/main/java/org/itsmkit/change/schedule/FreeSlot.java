package org.itsmkit.change.schedule;

import java.time.Duration;
import java.time.Instant;
import org.itsmkit.calendar.Window;

/**
 * A time in which a change is in nobody's way: it may begin whenever it is over before the slot is.
 *
 * @param window from when to when, not shorter than {@code length}
 * @param length how long the change takes, more than nothing
 */
public record FreeSlot(Window window, Duration length) {

    public FreeSlot {
        if (length.isNegative() || length.isZero() || window.length().compareTo(length) < 0) {
            throw new IllegalArgumentException("no room for " + length + " in " + window);
        }
    }

    /** When the change may begin at the earliest. */
    public Instant earliestBegin() {
        return window.fromInclusive();
    }

    /** When the change may begin at the latest, inclusive. */
    public Instant latestBegin() {
        return window.toExclusive().minus(length);
    }

    /** The window of the change if it begins at the earliest. */
    public Window earliest() {
        return new Window(earliestBegin(), earliestBegin().plus(length));
    }
}
