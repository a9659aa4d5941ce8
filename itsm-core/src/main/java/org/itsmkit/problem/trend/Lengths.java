package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What settings of tests must be. */
final class Lengths {

    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int MOST_PERIODS = 1_000;

    private Lengths() {}

    static void require(Duration duration, String what) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " is above zero and at most ten years, not " + duration);
        }
        if (duration.toNanosPart() % 1_000 != 0) {
            throw new IllegalArgumentException(what + " is in whole microseconds, not " + duration);
        }
    }

    static BigDecimal requireAlpha(BigDecimal alpha) {
        if (alpha.signum() <= 0 || alpha.compareTo(BigDecimal.ONE) >= 0 || alpha.scale() > 10) {
            throw new IllegalArgumentException("a rate of false alarms is above 0 and below 1, not " + alpha);
        }
        return alpha.stripTrailingZeros();
    }

    static void requirePeriods(Sightings sightings, Duration period, int least) {
        long periods = sightings.periods(period);
        if (periods < least || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "the window has " + least + " to " + MOST_PERIODS + " periods of " + period + ", not " + periods);
        }
    }

    /** As people say it: in days or hours if it is whole ones, else as ISO 8601 writes it. */
    static String said(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() == 1 ? "a day" : duration.toDays() + " days";
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() == 1 ? "an hour" : duration.toHours() + " hours";
        }
        return duration.toString();
    }

    static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .divide(BigDecimal.valueOf(3_600), 4, RoundingMode.HALF_EVEN);
    }
}
