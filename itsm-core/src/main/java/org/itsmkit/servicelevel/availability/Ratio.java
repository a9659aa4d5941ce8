package org.itsmkit.servicelevel.availability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact share of a whole, 0 to 1, in lowest terms: equal shares are equal. Compared with a target it is exact; only what is shown is
 * rounded, and down, so that nothing but the whole is ever shown as 100 per cent, and nothing that misses a target is shown as meeting it.
 *
 * @param part 0 to {@code whole}
 * @param whole positive
 */
public record Ratio(BigInteger part, BigInteger whole) implements Comparable<Ratio> {

    /** Nothing. */
    public static final Ratio ZERO = of(0, 1);

    /** All. */
    public static final Ratio ONE = of(1, 1);

    /** Brings it into lowest terms; throws {@link IllegalArgumentException} outside of the bounds. */
    public Ratio {
        Objects.requireNonNull(part, "part");
        if (whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException("a share is 0 to 1 of a positive whole, not " + part + " of " + whole);
        }
        BigInteger common = part.gcd(whole);
        part = part.divide(common);
        whole = whole.divide(common);
    }

    /** As the constructor. */
    public static Ratio of(long part, long whole) {
        return new Ratio(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** The rest: 1 less this. */
    public Ratio complement() {
        return new Ratio(whole.subtract(part), whole);
    }

    /** Whether {@code part / whole ≥ share}, exactly. */
    public boolean isAtLeast(BigDecimal share) {
        return new BigDecimal(part).compareTo(share.multiply(new BigDecimal(whole))) >= 0;
    }

    /**
     * Returns this as a decimal number with so many digits after the point, rounded down.
     *
     * @param digits not negative
     */
    public BigDecimal toDecimal(int digits) {
        return new BigDecimal(part).divide(new BigDecimal(whole), digits, RoundingMode.DOWN);
    }

    /**
     * Returns this in per cent with so many digits after the point, rounded down: 99,995 of 100,000 with two digits is 99.99.
     *
     * @param digits not negative
     */
    public BigDecimal toPerCent(int digits) {
        return toDecimal(Math.addExact(digits, 2)).movePointRight(2);
    }

    @Override
    public int compareTo(Ratio other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }

    @Override
    public String toString() {
        return toPerCent(6).stripTrailingZeros().toPlainString() + " %";
    }
}
