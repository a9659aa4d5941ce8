package org.itsmkit.improvement.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * How one sees to it that what was gained is not lost again.
 *
 * @param metric what is looked at
 * @param limit what is still good, in the metric's unit; what meets it exactly is
 * @param reviewer who looks
 * @param everyDays how often, 1 to {@value #MOST_DAYS} days
 * @param nextReview on which day next, from its beginning on, in UTC
 */
public record ControlMeasure(Metric metric, BigDecimal limit, PersonId reviewer, int everyDays, LocalDate nextReview) {

    /** The most days between two looks: ten years. */
    public static final int MOST_DAYS = 3_650;

    public ControlMeasure {
        Objects.requireNonNull(metric, "metric");
        limit = new FieldValue.Decimal(limit).value();
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(nextReview, "nextReview");
        if (everyDays < 1 || everyDays > MOST_DAYS) {
            throw new IllegalArgumentException("somebody looks every 1 to " + MOST_DAYS + " days, not " + everyDays);
        }
    }

    /** Whether what was gained is still there with that value. */
    public boolean holds(BigDecimal value) {
        return Bound.holds(metric, limit, value);
    }

    /** When the next look is due. */
    public Instant reviewDue() {
        return nextReview.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** On which day the next look is due after one on {@code day}. */
    public LocalDate nextAfter(LocalDate day) {
        return day.plusDays(everyDays);
    }

    /** Returns this with the next look due on that day. */
    public ControlMeasure dueOn(LocalDate day) {
        return new ControlMeasure(metric, limit, reviewer, everyDays, day);
    }
}
