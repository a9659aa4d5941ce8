package org.itsmkit.knownerror;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;

/**
 * What helps for the time being.
 *
 * @param text what is to be done
 * @param verifiedBy who said that it does help; empty while nobody did
 * @param verifiedAt when they did; present if and only if it is known who
 */
public record Workaround(String text, Optional<PersonId> verifiedBy, Optional<Instant> verifiedAt) {

    public Workaround {
        Objects.requireNonNull(text, "text");
        if (verifiedBy.isPresent() != verifiedAt.isPresent()) {
            throw new IllegalArgumentException("verified by somebody at some time, or not at all");
        }
    }

    /** A workaround that nobody has verified. */
    public static Workaround of(String text) {
        return new Workaround(text, Optional.empty(), Optional.empty());
    }

    /** Whether somebody said that it does help. */
    public boolean isVerified() {
        return verifiedBy.isPresent();
    }
}
