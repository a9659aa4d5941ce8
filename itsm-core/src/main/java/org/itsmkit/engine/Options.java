package org.itsmkit.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * How a command is to be carried out.
 *
 * @param expectedVersion the version that the caller has seen; if the record has another, the command is refused with a conflict and
 *     never tried again
 * @param key makes the command happen once, however often it is sent: repeated, it gives the first answer; does not begin with
 *     {@code itsm:}, as the kit's own keys do
 * @param occurredAt when it happened in the world, if not now; never later than now
 */
public record Options(OptionalLong expectedVersion, Optional<String> key, Optional<Instant> occurredAt) {

    private static final Options NONE = new Options(OptionalLong.empty(), Optional.empty(), Optional.empty());

    public Options {
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() < 1) {
            throw new IllegalArgumentException("an expected version is at least 1, not " + expectedVersion.getAsLong());
        }
        key.ifPresent(k -> {
            Keys.requireName(k, "key");
            if (k.startsWith(TaskKeys.RESERVED)) {
                throw new IllegalArgumentException("keys that begin with " + TaskKeys.RESERVED + " are the kit's own");
            }
        });
        occurredAt = occurredAt.map(Micros::truncate);
    }

    /** Nothing special. */
    public static Options none() {
        return NONE;
    }

    /** Only if the record has this version. */
    public static Options expecting(long version) {
        return new Options(OptionalLong.of(version), Optional.empty(), Optional.empty());
    }

    /** Once, under this key. */
    public static Options once(String key) {
        return NONE.key(key);
    }

    /** Returns these options, by which the command happens once. */
    public Options key(String newKey) {
        return new Options(expectedVersion, Optional.of(newKey), occurredAt);
    }

    /** Returns these options for something that happened at {@code instant}. */
    public Options occurredAt(Instant instant) {
        return new Options(expectedVersion, key, Optional.of(instant));
    }
}
