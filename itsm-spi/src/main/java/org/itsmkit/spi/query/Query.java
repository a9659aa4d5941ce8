package org.itsmkit.spi.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which records, in which order, and which page of them. Records that are equal in all of {@code orders} follow each other by id,
 * so the order is total and pages neither repeat nor skip a record that does not change meanwhile.
 *
 * @param condition what a record must be
 * @param orders at most three; none means by id alone
 * @param limit the most records on the page, 1 to 1,000
 * @param after continues after the page that gave this cursor, with the same condition and orders; else the first page
 */
public record Query(Condition condition, List<Order> orders, int limit, Optional<Cursor> after) {

    /** The limit of a query that names none. */
    public static final int DEFAULT_LIMIT = 100;

    /** The greatest limit. */
    public static final int MAX_LIMIT = 1_000;

    /** The most orders. */
    public static final int MAX_ORDERS = 3;

    public Query {
        Objects.requireNonNull(condition, "condition");
        orders = List.copyOf(orders);
        if (orders.size() > MAX_ORDERS) {
            throw new IllegalArgumentException("at most " + MAX_ORDERS + " orders, not " + orders.size());
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
        Objects.requireNonNull(after, "after");
        if (after.isPresent()) {
            after.get().requireFits(orders);
        }
    }

    /** The first records, by id, that fit {@code condition}. */
    public static Query where(Condition condition) {
        return new Query(condition, List.of(), DEFAULT_LIMIT, Optional.empty());
    }

    /** Returns this query in another order, from its first page. */
    public Query orderBy(Order... newOrders) {
        return new Query(condition, List.of(newOrders), limit, Optional.empty());
    }

    /** Returns this query with pages of at most {@code newLimit}. */
    public Query limit(int newLimit) {
        return new Query(condition, orders, newLimit, after);
    }

    /** Returns this query for the page after the one that gave {@code cursor}. */
    public Query after(Cursor cursor) {
        return new Query(condition, orders, limit, Optional.of(cursor));
    }

    /** Returns this query, of whose records only those that fit {@code further} too are found. */
    public Query and(Condition further) {
        return new Query(condition.and(further), orders, limit, after);
    }
}
