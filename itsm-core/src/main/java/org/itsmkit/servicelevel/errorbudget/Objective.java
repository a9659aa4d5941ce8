package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;

/**
 * A service level objective: which share of an indicator is to be good.
 *
 * @param target above 0 and below 1. All is no objective: it leaves no budget, and nothing reaches it
 */
public record Objective(BigDecimal target) {

    public Objective {
        if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("an objective is above 0 and below 1, not " + target);
        }
        target = target.stripTrailingZeros();
    }

    /**
     * An objective as a decimal number, such as {@code 0.999}.
     *
     * @throws NumberFormatException if it is none
     */
    public static Objective of(String target) {
        return new Objective(new BigDecimal(target));
    }

    /** Which share may be bad: {@code 1 − target}. */
    public BigDecimal allowance() {
        return BigDecimal.ONE.subtract(target);
    }
}
