package org.itsmkit.spi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as every store keeps them: whole microseconds, truncated towards the past, within the range of a {@code long}
 * of microseconds since 1970-01-01T00:00Z that all databases share (years 1 to 9999).
 *
 * <p>Databases disagree below a microsecond: some round, some truncate. So the kit truncates first.
 */
public final class Micros {

    /** The earliest instant that is kept: 0001-01-01T00:00:00Z. */
    public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that is kept: 9999-12-31T23:59:59.999999Z. */
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Micros() {}

    /**
     * Returns {@code instant} without the digits below a microsecond.
     *
     * @throws IllegalArgumentException if it is before {@link #MIN} or after {@link #MAX}
     */
    public static Instant truncate(Instant instant) {
        Instant truncated = instant.getNano() % 1_000 == 0 ? instant : instant.truncatedTo(ChronoUnit.MICROS);
        if (truncated.isBefore(MIN) || truncated.isAfter(MAX)) {
            throw new IllegalArgumentException("an instant must lie in the years 1 to 9999, not at " + instant);
        }
        return truncated;
    }

    /** Returns the microseconds from 1970-01-01T00:00Z to {@code instant}; negative before it. Bounds as in {@link #truncate}. */
    public static long of(Instant instant) {
        Instant truncated = truncate(instant);
        return truncated.getEpochSecond() * 1_000_000L + truncated.getNano() / 1_000;
    }

    /** Returns the instant that many microseconds after 1970-01-01T00:00Z. Bounds as in {@link #truncate}. */
    public static Instant toInstant(long micros) {
        return truncate(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
