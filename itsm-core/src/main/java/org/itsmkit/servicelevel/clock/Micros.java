package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.itsmkit.calendar.CompiledCalendar;

/** Instants as microseconds since 1970, as calendars count them. */
final class Micros {

    static final long NEVER = CompiledCalendar.NEVER;
    static final long MINUTE = 60_000_000;

    private static final long SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant at) {
        return org.itsmkit.spi.Micros.of(at);
    }

    static long of(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }

    /** Refuses what is not 0 to 100,000 days of whole microseconds: with less than that nothing overflows. */
    static void requireSpan(Duration duration, String what) {
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(100_000)) > 0) {
            throw new IllegalArgumentException(what + " has 0 to 100,000 days, not " + duration);
        }
        if (duration.getNano() % 1_000 != 0) {
            throw new IllegalArgumentException(what + " is of whole microseconds, not " + duration);
        }
    }

    static Duration duration(long micros) {
        return Duration.ofSeconds(micros / SECOND, micros % SECOND * 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }

    /** Empty for what never comes. */
    static Optional<Instant> known(long micros) {
        return micros == NEVER || micros == CompiledCalendar.NEVER_BEFORE
                ? Optional.empty()
                : Optional.of(instant(micros));
    }

    /** The beginning of the minute in which {@code micros} lies. */
    static long minute(long micros) {
        return Math.floorDiv(micros, MINUTE) * MINUTE;
    }
}
