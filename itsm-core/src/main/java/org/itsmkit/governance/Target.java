package org.itsmkit.governance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * Where something measured is to go, from where it was.
 *
 * @param measure what is measured, such as {@code change-success-rate}; by {@link Keys#requireCode}
 * @param unit in which, such as {@code %}; may be empty
 * @param baseline what was measured before; numbers here have at most 28 digits before the point and 10 after
 * @param baselineAt when it was; in whole microseconds
 * @param goal what is to be measured then; another than the baseline, and reached from its side
 * @param due until when, exclusive; after {@code baselineAt}
 * @param tolerance how far from plan is still on plan, inclusive, in the same unit; 0 or more, and less than the whole way
 */
public record Target(
        String measure,
        String unit,
        BigDecimal baseline,
        Instant baselineAt,
        BigDecimal goal,
        Instant due,
        BigDecimal tolerance) {

    public Target {
        Keys.requireCode(measure, "measure");
        Objects.requireNonNull(unit, "unit");
        baseline = normal(baseline);
        baselineAt = Micros.truncate(baselineAt);
        goal = normal(goal);
        due = Micros.truncate(due);
        tolerance = normal(tolerance);
    }

    /** The number as it is kept: without zeros at its end. */
    static BigDecimal normal(BigDecimal number) {
        return new FieldValue.Decimal(number).value();
    }

    /** How many whole microseconds lie between these, however many. */
    static BigDecimal micros(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        int micros = (to.getNano() - from.getNano()) / 1_000;
        return BigDecimal.valueOf(seconds).movePointRight(6).add(BigDecimal.valueOf(micros));
    }

    /** Whether both are of the same measure, in the same unit. */
    boolean isMeasuredAs(Target other) {
        return measure.equals(other.measure) && unit.equals(other.unit);
    }

    /** Whether more is better. */
    public boolean rises() {
        return goal.compareTo(baseline) > 0;
    }

    /** Whether that is at the goal or past it. */
    public boolean isReachedBy(BigDecimal value) {
        return rises() ? value.compareTo(goal) >= 0 : value.compareTo(goal) <= 0;
    }

    /** How far {@code value} is past {@code other} on the way to the goal; negative if it is behind. */
    public BigDecimal lead(BigDecimal value, BigDecimal other) {
        return normal(rises() ? value.subtract(other) : other.subtract(value));
    }
}
