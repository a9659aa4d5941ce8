package org.itsmkit.servicelevel.availability;

import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * How many users an outage affects.
 *
 * @param count 0 to {@value #MOST}
 * @param group which they are, if that is known: two outages at once that affect the same group affect no more than the larger of them does;
 *     those of different groups, or of unknown ones, add up
 */
public record AffectedUsers(long count, Optional<String> group) {

    /** The most users. */
    public static final long MOST = 1_000_000_000_000L;

    public AffectedUsers {
        requireCount(count);
        group.ifPresent(name -> Keys.requireName(name, "group"));
    }

    static long requireCount(long count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("users are 0 to " + MOST + ", not " + count);
        }
        return count;
    }

    /** So many, nobody knows which. */
    public static AffectedUsers of(long count) {
        return new AffectedUsers(count, Optional.empty());
    }

    /** So many of a group. */
    public static AffectedUsers of(long count, String group) {
        return new AffectedUsers(count, Optional.of(group));
    }
}
