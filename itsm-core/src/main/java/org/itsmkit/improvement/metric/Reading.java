package org.itsmkit.improvement.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * What was measured once.
 *
 * @param metric the code of what was measured
 * @param value in the metric's unit
 * @param at when
 */
public record Reading(String metric, BigDecimal value, Instant at) {

    public Reading {
        Keys.requireCode(metric, "metric");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(at, "at");
    }
}
