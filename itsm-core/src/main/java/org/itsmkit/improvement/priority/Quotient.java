package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction, in lowest terms.
 *
 * @param dividend of either sign
 * @param divisor positive
 */
record Quotient(BigInteger dividend, BigInteger divisor) implements Comparable<Quotient> {

    static final Quotient ZERO = new Quotient(BigInteger.ZERO, BigInteger.ONE);

    Quotient {
        BigInteger common = dividend.gcd(divisor);
        dividend = dividend.divide(common);
        divisor = divisor.divide(common);
    }

    /** {@code dividend / divisor}, which is positive. */
    static Quotient of(BigDecimal dividend, BigDecimal divisor) {
        int scale = Math.max(Math.max(dividend.scale(), divisor.scale()), 0);
        return new Quotient(
                dividend.movePointRight(scale).toBigIntegerExact(),
                divisor.movePointRight(scale).toBigIntegerExact());
    }

    Quotient plus(Quotient other) {
        return new Quotient(
                dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                divisor.multiply(other.divisor));
    }

    BigDecimal rounded(int digits) {
        return new BigDecimal(dividend).divide(new BigDecimal(divisor), digits, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Quotient other) {
        return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor));
    }
}
