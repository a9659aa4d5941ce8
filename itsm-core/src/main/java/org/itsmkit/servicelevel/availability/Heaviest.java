package org.itsmkit.servicelevel.availability;

import java.util.TreeMap;

/** The greatest of numbers that come and go. */
final class Heaviest {

    private final TreeMap<Long, Integer> counts = new TreeMap<>();

    void add(long number) {
        counts.merge(number, 1, Integer::sum);
    }

    void remove(long number) {
        counts.computeIfPresent(number, (n, count) -> count == 1 ? null : count - 1);
    }

    /** 0 if there are none. */
    long get() {
        return counts.isEmpty() ? 0 : counts.lastKey();
    }
}
