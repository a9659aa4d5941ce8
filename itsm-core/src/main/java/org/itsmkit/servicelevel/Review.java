package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * That somebody looked at an agreement with those whom it concerns.
 *
 * @param at when that ended
 * @param by who held it
 * @param finding what was found
 */
public record Review(Instant at, PersonId by, String finding) {
    public Review {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(finding, "finding");
    }
}
