package org.itsmkit.valuestream.flow.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * An exact number in lowest terms: equal numbers are equal. Unlike a share it may be negative, and more than 1.
 *
 * @param part how many
 * @param whole of how many; positive
 */
public record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = of(0, 1);

    /** One, or all. */
    public static final Fraction ONE = of(1, 1);

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** Brings it into lowest terms; throws {@link IllegalArgumentException} where {@code whole} is not positive. */
    public Fraction {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("a part is of a positive whole, not of " + whole);
        }
        BigInteger common = part.gcd(whole);
        part = part.divide(common);
        whole = whole.divide(common);
    }

    /** As the constructor. */
    public static Fraction of(long part, long whole) {
        return new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** How many times {@code whole} is in {@code part}; empty if {@code whole} is not positive. */
    static Optional<Fraction> of(Duration part, Duration whole) {
        BigInteger of = nanos(whole);
        return of.signum() <= 0 ? Optional.empty() : Optional.of(new Fraction(nanos(part), of));
    }

    static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(duration.getNano()));
    }

    /** The sum of both. */
    public Fraction plus(Fraction other) {
        return new Fraction(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    /** What is left of this without the other. */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.part.negate(), other.whole));
    }

    /** The product of both. */
    public Fraction times(Fraction other) {
        return new Fraction(part.multiply(other.part), whole.multiply(other.whole));
    }

    /** Less than 0: negative; 0: 0; more: positive. */
    public int signum() {
        return part.signum();
    }

    /**
     * Returns this as a decimal number with so many digits after the point, rounded down, towards negative infinity.
     *
     * @param digits not negative
     */
    public BigDecimal toDecimal(int digits) {
        return new BigDecimal(part).divide(new BigDecimal(whole), digits, RoundingMode.FLOOR);
    }

    /** As {@link #toDecimal}, in per cent. */
    public BigDecimal toPerCent(int digits) {
        return toDecimal(Math.addExact(digits, 2)).movePointRight(2);
    }

    @Override
    public int compareTo(Fraction other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }

    /** As in 2/3; a whole number without its 1. */
    @Override
    public String toString() {
        return whole.equals(BigInteger.ONE) ? part.toString() : part + "/" + whole;
    }
}
