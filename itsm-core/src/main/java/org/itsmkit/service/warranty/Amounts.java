package org.itsmkit.service.warranty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers and lengths of time that can be calculated with, and how they are shown. */
final class Amounts {

    private static final int MOST_DIGITS = 30;
    private static final int MOST_SCALE = 18;
    private static final int SHOWN = 3;

    private Amounts() {}

    /** Returns {@code value} in its shortest form; equal numbers are equal then. */
    static BigDecimal require(BigDecimal value, String what) {
        if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_SCALE) {
            throw new IllegalArgumentException(
                    what + " has at most " + MOST_DIGITS + " digits, " + MOST_SCALE + " of them after the point");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As {@link #require}, 0 to 1. */
    static BigDecimal requireShare(BigDecimal value, String what) {
        BigDecimal share = require(value, what);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(what + " is 0 to 1, not " + share);
        }
        return share;
    }

    /** A length of time that is not negative, nor longer than {@code most}. */
    static Duration require(Duration value, Duration most, String what) {
        if (value.isNegative() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " is 0 to " + most.toDays() + " days, not " + value);
        }
        return value;
    }

    /** Exactly: whole seconds, and what is left of one. */
    static BigDecimal seconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
    }

    /** {@code part / whole} in per cent, with three digits after the point, rounded down. */
    static String perCent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, SHOWN, RoundingMode.DOWN).toPlainString() + " %";
    }

    static String perCent(BigDecimal share) {
        BigDecimal shown = share.movePointRight(2).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString() + " %";
    }
}
