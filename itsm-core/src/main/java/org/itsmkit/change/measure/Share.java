package org.itsmkit.change.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * So many of so many, exactly; not in lowest terms, as 1 of 2 says less than 50 of 100.
 *
 * @param part 0 to {@code whole}
 * @param whole positive
 */
public record Share(long part, long whole) implements Comparable<Share> {

    public Share {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("a share is 0 to all of a positive whole, not " + part + " of " + whole);
        }
    }

    /** Returns the share; empty if {@code whole} is 0. */
    static Optional<Share> of(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(new Share(part, whole));
    }

    /** Whether {@code part / whole ≥ share}, exactly. */
    public boolean isAtLeast(BigDecimal share) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    /**
     * Returns this in per cent with so many digits after the point, rounded down; to be shown.
     *
     * @param digits not negative
     */
    public BigDecimal toPerCent(int digits) {
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), digits, RoundingMode.DOWN);
    }

    /** By what part of the whole it is: 1 of 2 and 50 of 100 compare as equal, and are not. */
    @Override
    public int compareTo(Share other) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(other.whole))
                .compareTo(BigDecimal.valueOf(other.part).multiply(BigDecimal.valueOf(whole)));
    }

    /** As in 3 of 40 (7.5 %). */
    @Override
    public String toString() {
        return part + " of " + whole + " (" + toPerCent(1) + " %)";
    }
}
