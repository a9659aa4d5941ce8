package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * By how much something changed: by {@link BeforeAfter#of(Observed.Series, Observed.Series, Metric.Better, BigDecimal)
 * series}, a shift in the metric's unit, positive if it rose; by counts, the rate after as a multiple of the rate
 * before, above 1 if it rose.
 *
 * @param estimate the best guess
 * @param from where the interval begins that holds the truth as often as the level says, itself in it
 * @param to where it ends, itself in it; empty if there is no end to it
 */
public record Effect(BigDecimal estimate, BigDecimal from, Optional<BigDecimal> to) {

    public Effect {
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** As in -12 (-20 to -5). */
    @Override
    public String toString() {
        return estimate.toPlainString() + " (" + from.toPlainString() + " to "
                + to.map(BigDecimal::toPlainString).orElse("any") + ")";
    }
}
