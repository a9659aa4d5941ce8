package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.FieldOrder;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;

/**
 * The orders of a query, made ready: each record has a place, and places compare. The order of places is total, for ids
 * come last in it.
 */
final class Sorting<R> {

    private final List<FieldReader<R>> readers = new ArrayList<>();
    private final List<Comparator<Optional<FieldValue>>> comparators = new ArrayList<>();

    /**
     * Makes {@code orders} ready for records of {@code kind}.
     *
     * @throws IllegalArgumentException if one is by a field that the kind does not declare, or declares with another type
     */
    Sorting(RecordKind<R> kind, List<Order> orders) {
        for (Order order : orders) {
            FieldReader<R> reader = FieldReader.of(kind, order.field());
            if (!reader.isKnown()) {
                throw new IllegalArgumentException("records of " + kind.name() + " have no field "
                        + order.field().name() + " to be ordered by");
            }
            readers.add(reader);
            comparators.add(nothingLast(order.descending()));
        }
    }

    private static Comparator<Optional<FieldValue>> nothingLast(boolean descending) {
        Comparator<FieldValue> values = descending ? FieldOrder.ASCENDING.reversed() : FieldOrder.ASCENDING;
        return (left, right) -> left.isPresent() && right.isPresent()
                ? values.compare(left.get(), right.get())
                : Boolean.compare(left.isEmpty(), right.isEmpty());
    }

    /** Where {@code stored} stands. */
    Cursor place(Stored<R> stored) {
        List<Optional<FieldValue>> values = new ArrayList<>(readers.size());
        readers.forEach(
                reader -> values.add(reader.values(stored.record()).stream().findFirst()));
        return new Cursor(values, stored.id());
    }

    /** Negative if {@code left} comes before {@code right}. */
    int compare(Cursor left, Cursor right) {
        for (int i = 0; i < comparators.size(); i++) {
            int order = comparators
                    .get(i)
                    .compare(left.values().get(i), right.values().get(i));
            if (order != 0) {
                return order;
            }
        }
        return left.id().compareTo(right.id());
    }
}
