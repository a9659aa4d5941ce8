package org.itsmkit.kernel;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * What a record asks to be reminded of, and when.
 *
 * @param name by {@link Keys#requireCode}, at most 55 characters; a record has one timer of a name at a time
 * @param due when, and never before; rounded up to a whole microsecond, and to {@link Micros#MIN} and {@link Micros#MAX} where it lies
 *     beyond them
 */
public record Timer(String name, Instant due) {

    /** The greatest length of a name, in characters. */
    public static final int NAME_LENGTH = 55;

    public Timer {
        Keys.requireCode(name, "timer");
        if (name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("a timer's name has at most " + NAME_LENGTH + " characters: " + name);
        }
        due = roundedUp(Objects.requireNonNull(due, "due"));
    }

    private static Instant roundedUp(Instant due) {
        if (!due.isAfter(Micros.MIN)) {
            return Micros.MIN;
        }
        if (!due.isBefore(Micros.MAX)) {
            return Micros.MAX;
        }
        Instant truncated = Micros.truncate(due);
        return truncated.isBefore(due) ? truncated.plusNanos(1_000) : truncated;
    }
}
