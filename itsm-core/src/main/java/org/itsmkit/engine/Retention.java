package org.itsmkit.engine;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.Field;

/**
 * How long records are kept: so long since an instant that stands in them, such as when they were closed. Records without that instant
 * are kept. Years, months and days are counted back in UTC.
 *
 * @param since a moment of the record
 * @param period how long it is kept after that; not negative
 * @param <R> the record
 */
public record Retention<R>(Field<R, Instant> since, Period period) {

    public Retention {
        Objects.requireNonNull(since, "since");
        if (period.isNegative()) {
            throw new IllegalArgumentException("records are kept for a period that is not negative: " + period);
        }
    }

    /** Which records have been kept long enough at {@code at}: for the whole period, and longer. */
    public Condition overAt(Instant at) {
        return since.isBelow(at.atOffset(ZoneOffset.UTC).minus(period).toInstant());
    }
}
