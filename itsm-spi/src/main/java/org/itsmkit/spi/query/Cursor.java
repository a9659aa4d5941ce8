package org.itsmkit.spi.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;

/**
 * Where a page ended: the values of its last record in the query's orders, and its id.
 *
 * @param values one per order; empty where the record has no value
 * @param id the id of the last record
 */
public record Cursor(List<Optional<FieldValue>> values, RecordId id) {

    public Cursor {
        values = List.copyOf(values);
        Objects.requireNonNull(id, "id");
    }

    void requireFits(List<Order> orders) {
        if (values.size() != orders.size()) {
            throw new IllegalArgumentException(
                    "the cursor has " + values.size() + " values for " + orders.size() + " orders");
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).ifPresent(orders.get(i).field()::require);
        }
    }
}
