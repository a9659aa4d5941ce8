package org.itsmkit.governance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * What was measured.
 *
 * @param value how much, in the unit of the target
 * @param at when; in whole microseconds
 * @param source where that stands, in words
 * @param by who reported it
 */
public record Observation(BigDecimal value, Instant at, String source, PersonId by) {

    public Observation {
        value = Target.normal(value);
        at = Micros.truncate(at);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(by, "by");
    }
}
