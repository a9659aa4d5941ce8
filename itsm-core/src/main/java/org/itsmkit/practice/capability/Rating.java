package org.itsmkit.practice.capability;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * What a practice or another component was found to be.
 *
 * @param subject of what: the code of a practice or of a {@link Component}
 * @param level 0 to {@value Criterion#HIGHEST_LEVEL}
 * @param at when it was found
 * @param holdsUntil until when that holds if nothing more is shown, exclusive; without end if empty, as 0 does
 */
public record Rating(String subject, int level, Instant at, Optional<Instant> holdsUntil) {

    public Rating {
        Keys.requireCode(subject, "subject");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(holdsUntil, "holdsUntil");
        if (level < 0 || level > Criterion.HIGHEST_LEVEL) {
            throw new IllegalArgumentException("a level is 0 to " + Criterion.HIGHEST_LEVEL + ", not " + level);
        }
    }

    /** Whether it holds at {@code when}: its evidence has not grown old by then. */
    public boolean holds(Instant when) {
        return holdsUntil.map(when::isBefore).orElse(true);
    }
}
