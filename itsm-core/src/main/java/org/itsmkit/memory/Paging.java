package org.itsmkit.memory;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;

/** A query made ready: finds its page on a shelf in one pass, holding no more records than the page has. */
final class Paging<R> {

    private record Placed<R>(Cursor place, Stored<R> stored) {}

    private final RecordKind<R> kind;
    private final Query query;
    private final Predicate<R> fits;
    private final Sorting<R> sorting;

    /**
     * Makes {@code query} ready for records of {@code kind}.
     *
     * @throws IllegalArgumentException if it uses a declared field with another type, or orders by one that is not declared
     */
    Paging(RecordKind<R> kind, Query query) {
        this.kind = kind;
        this.query = query;
        fits = Conditions.predicate(query.condition(), kind);
        sorting = new Sorting<>(kind, query.orders());
    }

    Page<Stored<R>> page(Shelf shelf) {
        List<Placed<R>> found = query.orders().isEmpty() ? firstById(shelf) : first(shelf);
        boolean more = found.size() > query.limit();
        List<Placed<R>> shown = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                shown.stream().map(Placed::stored).toList(),
                more ? Optional.of(shown.get(shown.size() - 1).place()) : Optional.empty());
    }

    /** Up to one more than the page has, by id. */
    private List<Placed<R>> firstById(Shelf shelf) {
        Stream<Stored<R>> rest =
                query.after().map(after -> shelf.after(kind, after.id())).orElseGet(() -> shelf.all(kind));
        return rest.filter(stored -> fits.test(stored.record()))
                .limit(query.limit() + 1L)
                .map(stored -> new Placed<>(sorting.place(stored), stored))
                .toList();
    }

    /** Up to one more than the page has, in the query's order. */
    private List<Placed<R>> first(Shelf shelf) {
        Comparator<Placed<R>> order = (left, right) -> sorting.compare(left.place(), right.place());
        PriorityQueue<Placed<R>> lastOnTop = new PriorityQueue<>(Collections.reverseOrder(order));
        shelf.all(kind)
                .filter(stored -> fits.test(stored.record()))
                .map(stored -> new Placed<>(sorting.place(stored), stored))
                .filter(placed -> isAfterCursor(placed.place()))
                .forEach(placed -> {
                    lastOnTop.add(placed);
                    if (lastOnTop.size() > query.limit() + 1) {
                        lastOnTop.remove();
                    }
                });
        return lastOnTop.stream().sorted(order).toList();
    }

    private boolean isAfterCursor(Cursor place) {
        return query.after().map(after -> sorting.compare(place, after) > 0).orElse(true);
    }
}
