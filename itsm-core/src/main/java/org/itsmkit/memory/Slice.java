package org.itsmkit.memory;

import java.util.List;

/** A bounded part of a list whose items are numbered from 1. */
final class Slice {

    private static final int MAX_LIMIT = 10_000;

    private Slice() {}

    /**
     * Copies the items after number {@code after}, at most {@code limit}.
     *
     * @throws IllegalArgumentException if {@code after} is negative or {@code limit} is not 1 to 10,000
     */
    static <T> List<T> of(List<T> items, long after, int limit) {
        requireBounds(after, limit);
        int from = (int) Math.min(after, items.size());
        int to = Math.min(from + limit, items.size());
        return List.copyOf(items.subList(from, to));
    }

    static void requireBounds(long after, int limit) {
        if (after < 0) {
            throw new IllegalArgumentException("what was read already must not be negative: " + after);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
