package org.itsmkit.improvement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.spi.FieldValue;

/**
 * Where one wants to be.
 *
 * @param metric by what it is measured
 * @param value what is to be reached, in the metric's unit; what meets it exactly has reached it
 * @param by until the end of which day, in UTC; empty if that is not said
 */
public record Target(Metric metric, BigDecimal value, Optional<LocalDate> by) {

    public Target {
        Objects.requireNonNull(metric, "metric");
        value = new FieldValue.Decimal(value).value();
        Objects.requireNonNull(by, "by");
    }

    /** A target without a day. */
    public static Target of(Metric metric, String value) {
        return new Target(metric, new BigDecimal(value), Optional.empty());
    }

    /** Whether that is as good as this or better. */
    public boolean isMetBy(BigDecimal reached) {
        return Bound.holds(metric, value, reached);
    }
}
