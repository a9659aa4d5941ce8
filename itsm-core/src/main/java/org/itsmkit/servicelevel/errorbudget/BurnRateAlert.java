package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Somebody is to know when a budget goes too fast: when it did so over a long window, so that it matters, and still does over a short one, so that
 * the alert ends soon after its cause. This is the alerting on several burn rates in several windows of <em>The Site Reliability Workbook</em>,
 * chapter 5 (&ldquo;Alerting on SLOs&rdquo;).
 *
 * @param longWindow over which the rate matters; elapsed
 * @param shortWindow over which it still lasts, shorter than {@code longWindow}; elapsed
 * @param factor the rate that must be exceeded over both, positive
 * @param response what is to follow
 */
public record BurnRateAlert(Duration longWindow, Duration shortWindow, BigDecimal factor, Response response) {

    /** What is to follow. */
    public enum Response {
        /** Somebody is called. */
        PAGE,
        /** Somebody sees to it in the next days. */
        TICKET
    }

    private static final List<BurnRateAlert> STANDARD = List.of(
            new BurnRateAlert(Duration.ofHours(1), Duration.ofMinutes(5), new BigDecimal("14.4"), Response.PAGE),
            new BurnRateAlert(Duration.ofHours(6), Duration.ofMinutes(30), new BigDecimal("6"), Response.PAGE),
            new BurnRateAlert(Duration.ofDays(3), Duration.ofHours(6), BigDecimal.ONE, Response.TICKET));

    public BurnRateAlert {
        BurnRate.requirePositive(shortWindow);
        Objects.requireNonNull(response, "response");
        if (shortWindow.compareTo(longWindow) >= 0) {
            throw new IllegalArgumentException(
                    "the short window is shorter than the long one: " + shortWindow + ", " + longWindow);
        }
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("a factor is positive, not " + factor);
        }
    }

    /**
     * Those that the workbook recommends for a budget of 30 days: for 2 per cent of it gone in an hour (more than 14.4 over 1 h and 5 min) and 5 per
     * cent in six hours (6 over 6 h and 30 min) somebody is called, for 10 per cent in three days (1 over 3 d and 6 h) there is a ticket.
     */
    public static List<BurnRateAlert> standard() {
        return STANDARD;
    }

    /**
     * For a share of a budget that is gone in the long window: the factor is {@code share · period / longWindow}, with 34 digits.
     *
     * @param share of the budget, positive
     * @param period of the budget
     */
    public static BurnRateAlert spending(
            BigDecimal share, Duration period, Duration longWindow, Duration shortWindow, Response response) {
        BurnRate.requirePositive(longWindow);
        BigDecimal factor = share.multiply(seconds(period)).divide(seconds(longWindow), MathContext.DECIMAL128);
        return new BurnRateAlert(longWindow, shortWindow, factor, response);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    /** Looks at both windows that end at {@code at}. */
    public Check check(Objective objective, Indicator indicator, Instant at) {
        return new Check(
                this,
                BurnRate.of(objective, indicator, at, longWindow),
                BurnRate.of(objective, indicator, at, shortWindow));
    }

    /**
     * What was found.
     *
     * @param alert what was looked for
     * @param longRate over the long window
     * @param shortRate over the short one
     */
    public record Check(BurnRateAlert alert, BurnRate longRate, BurnRate shortRate) {

        /** Whether the factor is exceeded over both. */
        public boolean isFiring() {
            return longRate.exceeds(alert.factor()) && shortRate.exceeds(alert.factor());
        }
    }
}
