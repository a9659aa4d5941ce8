package org.itsmkit.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The value of a field, by which records are found, ordered and tailored: the one vocabulary that core, stores and hosts share.
 * Lists are for custom values only; a field with many values gives each on its own.
 */
public sealed interface FieldValue {

    /** Any storable text, see {@link Texts}. */
    record Text(String value) implements FieldValue {
        public Text {
            Texts.requireStorable(value, "text");
        }
    }

    /**
     * A number in a normal form without trailing zeros, so that 1.0 and 1.00 are equal: at most 28 digits before and
     * 10 after the point.
     */
    record Decimal(BigDecimal value) implements FieldValue {

        /** The most digits after the point. */
        public static final int MAX_SCALE = 10;

        private static final int MAX_INTEGER_DIGITS = 28;

        public Decimal {
            // Checked before any arithmetic: expanding 1E999999999 would exhaust the memory.
            if (value.signum() == 0) {
                value = BigDecimal.ZERO;
            } else {
                long integerDigits = (long) value.precision() - value.scale();
                if (integerDigits > MAX_INTEGER_DIGITS || value.precision() > 1_000) {
                    throw new IllegalArgumentException(
                            "a decimal has at most " + MAX_INTEGER_DIGITS + " digits before the point");
                }
                value = value.stripTrailingZeros();
                if (value.scale() > MAX_SCALE) {
                    throw new IllegalArgumentException(
                            "a decimal has at most " + MAX_SCALE + " digits after the point");
                }
                if (value.scale() < 0) {
                    value = value.setScale(0, RoundingMode.UNNECESSARY);
                }
            }
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FieldValue {}

    /** An instant, in whole microseconds; see {@link Micros}. */
    record Moment(Instant value) implements FieldValue {
        public Moment {
            value = Micros.truncate(value);
        }
    }

    /** A day in the calendar, without a zone; years 1 to 9999. */
    record Date(LocalDate value) implements FieldValue {
        public Date {
            if (value.getYear() < 1 || value.getYear() > 9999) {
                throw new IllegalArgumentException("a date must lie in the years 1 to 9999, not in " + value.getYear());
            }
        }
    }

    /** A pointer to a record. */
    record Ref(RecordRef value) implements FieldValue {
        public Ref {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Several values of one type, none of them a list; at most 1,000. */
    record ListOf(List<FieldValue> values) implements FieldValue {

        /** The most values in one list. */
        public static final int MAX_SIZE = 1_000;

        public ListOf {
            values = List.copyOf(values);
            if (values.size() > MAX_SIZE) {
                throw new IllegalArgumentException("a list has at most " + MAX_SIZE + " values, not " + values.size());
            }
            if (values.stream().anyMatch(ListOf.class::isInstance)) {
                throw new IllegalArgumentException("a list holds no lists");
            }
            if (values.stream().map(Object::getClass).distinct().count() > 1) {
                throw new IllegalArgumentException("a list holds values of one type");
            }
        }
    }

    /** A text. */
    static FieldValue text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static FieldValue number(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** A number. */
    static FieldValue decimal(BigDecimal value) {
        return new Decimal(value);
    }

    /** Yes or no. */
    static FieldValue flag(boolean value) {
        return new Flag(value);
    }

    /** An instant. */
    static FieldValue moment(Instant value) {
        return new Moment(value);
    }

    /** A day. */
    static FieldValue date(LocalDate value) {
        return new Date(value);
    }

    /** A pointer to a record. */
    static FieldValue ref(RecordRef value) {
        return new Ref(value);
    }

    /** Several values. */
    static FieldValue list(List<FieldValue> values) {
        return new ListOf(values);
    }
}
