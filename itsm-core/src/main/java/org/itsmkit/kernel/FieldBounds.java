package org.itsmkit.kernel;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;

/**
 * How long the texts of a custom field may be, and how great its numbers. Values of other types have no bounds.
 *
 * @param shortest the least code points of a text, inclusive
 * @param longest the most code points of a text, inclusive
 * @param least the least number, inclusive
 * @param greatest the greatest number, inclusive
 */
public record FieldBounds(
        Optional<Integer> shortest,
        Optional<Integer> longest,
        Optional<BigDecimal> least,
        Optional<BigDecimal> greatest) {

    /** Checks that neither bound of a pair excludes the other, and that no length is negative. */
    public FieldBounds {
        Objects.requireNonNull(shortest, "shortest");
        Objects.requireNonNull(longest, "longest");
        least = least.map(FieldBounds::normal);
        greatest = greatest.map(FieldBounds::normal);
        if (shortest.orElse(0) < 0 || longest.orElse(0) < 0) {
            throw new IllegalArgumentException("a length must not be negative");
        }
        if (shortest.isPresent() && longest.isPresent() && shortest.get() > longest.get()) {
            throw new IllegalArgumentException(
                    "no text has at least " + shortest.get() + " characters and at most " + longest.get());
        }
        if (least.isPresent() && greatest.isPresent() && least.get().compareTo(greatest.get()) > 0) {
            throw new IllegalArgumentException(
                    "no number is at least " + least.get() + " and at most " + greatest.get());
        }
    }

    /** Texts of so many code points, both inclusive. */
    public static FieldBounds length(int shortest, int longest) {
        return new FieldBounds(Optional.of(shortest), Optional.of(longest), Optional.empty(), Optional.empty());
    }

    /** Numbers in between, both inclusive. */
    public static FieldBounds between(long least, long greatest) {
        return new FieldBounds(
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(least)),
                Optional.of(BigDecimal.valueOf(greatest)));
    }

    private static BigDecimal normal(BigDecimal number) {
        return new FieldValue.Decimal(number).value();
    }

    /** What is wrong with {@code value} of field {@code name}; empty if nothing. */
    Optional<Violation> objectionTo(String name, FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            int length = text.value().codePointCount(0, text.value().length());
            if (length < shortest.orElse(0)) {
                return objection("field.too-short", name, "has at least " + shortest.orElse(0) + " characters.");
            }
            if (length > longest.orElse(Integer.MAX_VALUE)) {
                return objection("field.too-long", name, "has at most " + longest.orElse(0) + " characters.");
            }
        }
        if (value instanceof FieldValue.Decimal number) {
            if (least.map(bound -> number.value().compareTo(bound) < 0).orElse(false)) {
                return objection(
                        "field.too-small",
                        name,
                        "is at least " + least.orElse(BigDecimal.ZERO).toPlainString() + ".");
            }
            if (greatest.map(bound -> number.value().compareTo(bound) > 0).orElse(false)) {
                return objection(
                        "field.too-great",
                        name,
                        "is at most " + greatest.orElse(BigDecimal.ZERO).toPlainString() + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> objection(String code, String name, String what) {
        return Optional.of(Violation.of(code, "field", name, "Field " + name + " " + what));
    }
}
