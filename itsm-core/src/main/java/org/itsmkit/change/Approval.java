package org.itsmkit.change;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * That somebody said yes.
 *
 * @param by who
 * @param at when
 * @param comment what they said with it; may be empty
 */
public record Approval(PersonId by, Instant at, String comment) {

    public Approval {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(comment, "comment");
    }
}
