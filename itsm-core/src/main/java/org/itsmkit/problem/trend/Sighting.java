package org.itsmkit.problem.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * An incident as trends see it.
 *
 * @param incident which one
 * @param at when it began, or was opened: the same for all that are compared; truncated to microseconds
 * @param keys by name, the values it is compared with others by; at most {@value #MOST_KEYS}
 * @param users how many it affected, 0 to {@value #MOST_USERS}
 * @param duration how long it lasted; not negative, at most 3,660 days
 */
public record Sighting(
        RecordRef incident, Instant at, Map<String, String> keys, Optional<Long> users, Optional<Duration> duration) {

    /** The most keys. */
    public static final int MOST_KEYS = 50;

    /** The most users. */
    public static final long MOST_USERS = 10_000_000_000L;

    private static final Duration LONGEST = Duration.ofDays(3_660);

    public Sighting {
        Objects.requireNonNull(incident, "incident");
        at = Micros.truncate(at);
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        keys.forEach(Key::of);
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("at most " + MOST_KEYS + " keys, not " + keys.size());
        }
        if (users.isPresent() && (users.get() < 0 || users.get() > MOST_USERS)) {
            throw new IllegalArgumentException("users are 0 to " + MOST_USERS + ", not " + users.get());
        }
        if (duration.isPresent()
                && (duration.get().isNegative() || duration.get().compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("a duration is not negative and at most ten years: " + duration.get());
        }
    }

    /** One of which nothing more is known than when it was and by what it is compared. */
    public static Sighting of(RecordRef incident, Instant at, Map<String, String> keys) {
        return new Sighting(incident, at, keys, Optional.empty(), Optional.empty());
    }

    /** Returns this with how many users it affected, and for how long. */
    public Sighting affecting(long newUsers, Duration newDuration) {
        return new Sighting(incident, at, keys, Optional.of(newUsers), Optional.of(newDuration));
    }
}
