package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * What came of measuring something, when, and how.
 *
 * @param metric of what
 * @param observed what was seen
 * @param fromInclusive when the first of it was observed, in whole microseconds
 * @param toExclusive when no more of it was; the same as the beginning for what was read at one moment
 * @param method how, so that somebody else would do the same again; in one line
 * @param source where it comes from, if that is a record
 */
public record Measurement(
        Metric metric,
        Observed observed,
        Instant fromInclusive,
        Instant toExclusive,
        String method,
        Optional<RecordRef> source) {

    /** The most code points of a method. */
    public static final int METHOD_LENGTH = 255;

    public Measurement {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(observed, "observed");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(source, "source");
        fromInclusive = Micros.truncate(fromInclusive);
        toExclusive = Micros.truncate(toExclusive);
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException("toExclusive is before fromInclusive");
        }
    }

    /** One that comes from nowhere in particular. */
    public static Measurement of(
            Metric metric, Observed observed, Instant fromInclusive, Instant toExclusive, String method) {
        return new Measurement(metric, observed, fromInclusive, toExclusive, method, Optional.empty());
    }

    /** The one number that stands for it; see {@link Observed#value}. */
    public BigDecimal value() {
        return observed.value();
    }

    /** How many observations there are. */
    public long sampleSize() {
        return observed.size();
    }
}
