package org.itsmkit.improvement.evidence;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What somebody wrote down: a lesson, a decision, why something stands still.
 *
 * @param text what
 * @param by who
 * @param at when
 */
public record Noted(String text, PersonId by, Instant at) {

    public Noted {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
