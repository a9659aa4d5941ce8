package org.itsmkit.servicelevel.errorbudget;

import java.math.BigInteger;

/**
 * What an indicator says of some time, in units of its own: events, or parts of microseconds. Those of one indicator have the same unit.
 *
 * @param bad how much was bad, 0 to {@code total}
 * @param total how much there was, good and bad; 0 if there was nothing
 */
public record Tally(BigInteger bad, BigInteger total) {

    /** Nothing happened. */
    public static final Tally NOTHING = of(0, 0);

    public Tally {
        if (bad.signum() < 0 || bad.compareTo(total) > 0) {
            throw new IllegalArgumentException("no more is bad than there is: " + bad + " of " + total);
        }
    }

    /** As the constructor. */
    public static Tally of(long bad, long total) {
        return new Tally(BigInteger.valueOf(bad), BigInteger.valueOf(total));
    }

    /** Whether nothing happened, good or bad. */
    public boolean isNothing() {
        return total.signum() == 0;
    }
}
