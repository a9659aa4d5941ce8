package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How fast a budget goes, in proportion to the pace that uses up exactly all of it in its period: {@code (bad / total) / (1 − target)} over a
 * window. At 1 the budget lasts as long as its period, at 14.4 a budget of 30 days lasts 50 hours. 0 where nothing happened.
 *
 * @param objective whose budget
 * @param tally what happened in the window
 */
public record BurnRate(Objective objective, Tally tally) {

    public BurnRate {
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(tally, "tally");
    }

    /**
     * The rate in a window that ends at {@code at}.
     *
     * @param lookBack how long it is, elapsed; positive
     */
    public static BurnRate of(Objective objective, Indicator indicator, Instant at, Duration lookBack) {
        return new BurnRate(objective, indicator.tally(at.minus(requirePositive(lookBack)), at));
    }

    static Duration requirePositive(Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window is longer than nothing, not " + window);
        }
        return window;
    }

    /** Whether it is more than {@code factor}, exactly; never for one that is not negative, where nothing happened. */
    public boolean exceeds(BigDecimal factor) {
        return new BigDecimal(tally.bad()).compareTo(factor.multiply(unit())) > 0;
    }

    /** Whether nothing was bad. */
    public boolean isZero() {
        return tally.bad().signum() == 0;
    }

    /** The rate with so many digits after the point, rounded down. */
    public BigDecimal toDecimal(int digits) {
        return tally.isNothing()
                ? BigDecimal.ZERO.setScale(digits, RoundingMode.UNNECESSARY)
                : new BigDecimal(tally.bad()).divide(unit(), digits, RoundingMode.DOWN);
    }

    /** What would be bad at a rate of 1. */
    private BigDecimal unit() {
        return objective.allowance().multiply(new BigDecimal(tally.total()));
    }
}
