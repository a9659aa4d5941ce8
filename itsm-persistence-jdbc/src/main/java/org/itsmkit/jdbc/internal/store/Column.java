package org.itsmkit.jdbc.internal.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.TextKey;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.StoreException;
import org.jspecify.annotations.Nullable;

/** How the values of a field stand in a column: as a {@link TextKey}, as a whole number, or as a decimal. */
enum Column {
    /** Texts and references. */
    TEXT {
        @Override
        void bind(Flavour flavour, PreparedStatement statement, int index, @Nullable FieldValue value)
                throws SQLException {
            flavour.bindText(statement, index, value == null ? null : key(value));
        }
    },
    /** Instants in a column of their own, in microseconds. */
    WHOLE {
        @Override
        void bind(Flavour flavour, PreparedStatement statement, int index, @Nullable FieldValue value)
                throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.BIGINT);
            } else {
                statement.setLong(index, number(value).longValueExact());
            }
        }
    },
    /** All other values: decimals; microseconds; days since 1970; 0 and 1. */
    DECIMAL {
        @Override
        void bind(Flavour flavour, PreparedStatement statement, int index, @Nullable FieldValue value)
                throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.NUMERIC);
            } else {
                statement.setBigDecimal(index, number(value));
            }
        }
    };

    /** The column of a hot field. */
    static Column hot(FieldType type) {
        return type == FieldType.MOMENT ? WHOLE : ofField(type);
    }

    /** The column of a field in the table of fields. */
    static Column ofField(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.REF ? TEXT : DECIMAL;
    }

    abstract void bind(Flavour flavour, PreparedStatement statement, int index, @Nullable FieldValue value)
            throws SQLException;

    Sql.Param param(Flavour flavour, FieldValue value) {
        return (statement, index) -> bind(flavour, statement, index, value);
    }

    /** The whole text of a value that stands as a key. */
    static String text(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        return ((FieldValue.Ref) value).value().toString();
    }

    /** The row of a value in the table of fields. */
    static FieldRow row(String field, FieldType type, int place, FieldValue value) {
        return ofField(type) == TEXT
                ? new FieldRow(field, code(type), place, key(value), null)
                : new FieldRow(field, code(type), place, null, number(value).stripTrailingZeros());
    }

    /** The key of a value that stands as one. */
    static String key(FieldValue value) {
        return TextKey.of(text(value));
    }

    static BigDecimal number(FieldValue value) {
        if (value instanceof FieldValue.Decimal decimal) {
            return decimal.value();
        }
        if (value instanceof FieldValue.Flag flag) {
            return flag.value() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof FieldValue.Moment moment) {
            return BigDecimal.valueOf(Micros.of(moment.value()));
        }
        return BigDecimal.valueOf(((FieldValue.Date) value).value().toEpochDay());
    }

    /** Reads a value of {@code type} back; empty if it is a text that stands there by its key only. */
    static Optional<FieldValue> read(Flavour flavour, FieldType type, ResultSet row, int index) throws SQLException {
        if (type == FieldType.TEXT || type == FieldType.REF) {
            String key = Objects.requireNonNull(flavour.text(row, index));
            if (TextKey.isLong(key)) {
                return Optional.empty();
            }
            return Optional.of(type == FieldType.TEXT ? FieldValue.text(key) : FieldValue.ref(RecordRef.parse(key)));
        }
        BigDecimal number = Objects.requireNonNull(row.getBigDecimal(index));
        try {
            return Optional.of(
                    switch (type) {
                        case DECIMAL -> FieldValue.decimal(number);
                        case FLAG -> FieldValue.flag(number.signum() != 0);
                        case MOMENT -> FieldValue.moment(Micros.toInstant(number.longValueExact()));
                        case DATE -> FieldValue.date(LocalDate.ofEpochDay(number.longValueExact()));
                        default -> throw new IllegalStateException("not a number: " + type);
                    });
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new StoreException("a field holds no " + type, e);
        }
    }

    /** The stable number of a field's type in the table of fields. */
    static int code(FieldType type) {
        return switch (type) {
            case TEXT -> 1;
            case DECIMAL -> 2;
            case FLAG -> 3;
            case MOMENT -> 4;
            case DATE -> 5;
            case REF -> 6;
        };
    }
}
