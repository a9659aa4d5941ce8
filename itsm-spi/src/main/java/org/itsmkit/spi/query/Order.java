package org.itsmkit.spi.query;

import java.util.Objects;
import org.itsmkit.spi.record.FieldKey;

/**
 * An order of records by a field with at most one value: texts by code point, no before yes, records without a value last in both
 * directions. Of a field with many values, which one counts is not defined.
 */
public record Order(FieldKey field, boolean descending) {

    public Order {
        Objects.requireNonNull(field, "field");
    }

    /** Smallest first. */
    public static Order ascending(FieldKey field) {
        return new Order(field, false);
    }

    /** Greatest first. */
    public static Order descending(FieldKey field) {
        return new Order(field, true);
    }
}
