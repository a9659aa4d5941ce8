package org.itsmkit.jdbc.internal.store;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value of a field in the table of fields: a text's key or a number without trailing zeros. {@code place} counts the different
 * values of one field from 0.
 */
record FieldRow(
        String field,
        int type,
        int place,
        @Nullable String text,
        @Nullable BigDecimal number) {

    /** Written with every record that is stored, and so not left to the slow way of records (format strings, on Java 17). */
    @Override
    public String toString() {
        return field + '|' + type + '|' + place + '|' + text + '|' + number;
    }
}
