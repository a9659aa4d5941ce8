package org.itsmkit.governance;

import java.math.BigDecimal;
import java.time.Instant;
import org.itsmkit.spi.Micros;

/**
 * What is to be measured on the way.
 *
 * @param at when; in whole microseconds
 * @param expected how much, in the unit of the target
 */
public record PlannedMilestone(Instant at, BigDecimal expected) {

    public PlannedMilestone {
        at = Micros.truncate(at);
        expected = Target.normal(expected);
    }
}
