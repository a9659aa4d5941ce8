package org.itsmkit.memory;

import static java.util.Comparator.reverseOrder;
import static java.util.Map.Entry.comparingByKey;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.FieldOrder;

/** Counts records by the values of a field. */
final class Tally {

    private static final int MAX_VALUES = 1_000;

    private final Map<FieldValue, Long> counts = new HashMap<>();

    /** Counts a record once under each of its values. */
    void add(List<FieldValue> values) {
        new HashSet<>(values).forEach(value -> counts.merge(value, 1L, Long::sum));
    }

    /** The counts, in this order; of equals, the smallest value first. At most 1,000. */
    Map<FieldValue, Long> mostFrequentFirst() {
        Map<FieldValue, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<FieldValue, Long>comparingByValue(reverseOrder())
                        .thenComparing(comparingByKey(FieldOrder.ASCENDING)))
                .limit(MAX_VALUES)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
