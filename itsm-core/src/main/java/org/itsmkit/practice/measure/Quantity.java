package org.itsmkit.practice.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a figure says, exactly. What is shown of it is rounded down. */
public sealed interface Quantity {

    /**
     * So much.
     *
     * @param value kept without trailing zeros, so that 1.50 and 1.5 are equal
     */
    record Amount(BigDecimal value) implements Quantity {
        public Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public int compareWith(Quantity other) {
            return other instanceof Amount amount ? value.compareTo(amount.value()) : refuse(this, other);
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /**
     * So long.
     *
     * @param value elapsed time, or open time where the measure says so
     */
    record Length(Duration value) implements Quantity {
        public Length {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public int compareWith(Quantity other) {
            return other instanceof Length length ? value.compareTo(length.value()) : refuse(this, other);
        }

        /** As 1 d 2 h 5 min; in seconds if it is less than a minute. */
        @Override
        public String toString() {
            if (value.toMinutes() == 0) {
                return value.toSeconds() + " s";
            }
            List<String> parts = new ArrayList<>();
            part(parts, value.toDays(), "d");
            part(parts, value.toHoursPart(), "h");
            part(parts, value.toMinutesPart(), "min");
            return String.join(" ", parts);
        }

        private static void part(List<String> parts, long number, String unit) {
            if (number != 0) {
                parts.add(number + " " + unit);
            }
        }
    }

    /**
     * So many of so many, not in lowest terms: 1 of 2 says less than 50 of 100.
     *
     * @param part 0 to {@code whole}
     * @param whole positive
     */
    record Part(long part, long whole) implements Quantity {
        public Part {
            if (whole <= 0 || part < 0 || part > whole) {
                throw new IllegalArgumentException(
                        "a share is 0 to all of a positive whole, not " + part + " of " + whole);
            }
        }

        /** Compares exactly by what part of the whole it is: 1 of 2 is as much as 50 of 100. */
        @Override
        public int compareWith(Quantity other) {
            return other instanceof Part share
                    ? BigDecimal.valueOf(part)
                            .multiply(BigDecimal.valueOf(share.whole()))
                            .compareTo(BigDecimal.valueOf(share.part()).multiply(BigDecimal.valueOf(whole)))
                    : refuse(this, other);
        }

        /** As in 3 of 40 (7.5 %). */
        @Override
        public String toString() {
            BigDecimal perCent =
                    BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
            return part + " of " + whole + " (" + perCent + " %)";
        }
    }

    /** So much. */
    static Quantity of(BigDecimal value) {
        return new Amount(value);
    }

    /** So many. */
    static Quantity of(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    /** So long. */
    static Quantity of(Duration value) {
        return new Length(value);
    }

    /** So many of so many. */
    static Quantity of(long part, long whole) {
        return new Part(part, whole);
    }

    /**
     * Below zero if this is less than {@code other}, 0 if it is as much, above if it is more.
     *
     * @throws IllegalArgumentException if they are of different sorts
     */
    int compareWith(Quantity other);

    private static int refuse(Quantity one, Quantity other) {
        throw new IllegalArgumentException(one + " and " + other + " cannot be compared");
    }
}
