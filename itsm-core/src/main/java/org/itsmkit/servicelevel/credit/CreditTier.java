package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * What is given back for what was achieved, be it availability or compliance.
 *
 * @param fromInclusive the least that was achieved, 0 or more
 * @param toExclusive what was missed, above {@code fromInclusive}, up to 1: whoever reaches that is in a better tier
 * @param credit which share of the fee is given back, above 0 and up to 1
 */
public record CreditTier(BigDecimal fromInclusive, BigDecimal toExclusive, BigDecimal credit) {

    public CreditTier {
        if (fromInclusive.signum() < 0
                || fromInclusive.compareTo(toExclusive) >= 0
                || toExclusive.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a tier goes from 0 or more to more than that, up to 1, not from "
                    + fromInclusive + " to " + toExclusive);
        }
        if (credit.signum() <= 0 || credit.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a credit is above 0 and at most 1, not " + credit);
        }
    }

    /**
     * A tier of decimal numbers.
     *
     * @throws NumberFormatException if one is none
     */
    public static CreditTier of(String fromInclusive, String toExclusive, String credit) {
        return new CreditTier(new BigDecimal(fromInclusive), new BigDecimal(toExclusive), new BigDecimal(credit));
    }

    /** Whether {@code achieved} is in it, exactly. */
    public boolean contains(Ratio achieved) {
        return achieved.isAtLeast(fromInclusive) && !achieved.isAtLeast(toExclusive);
    }
}
