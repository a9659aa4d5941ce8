package org.itsmkit.memory;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.TenantId;

/** The last number of each series. Safe for use by many threads, which do not wait for commits. */
final class Numbers {

    private record Series(TenantId tenant, String name) {}

    private final Map<Series, AtomicLong> last = new ConcurrentHashMap<>();

    /** The last number of each series of the tenant, by its name. */
    SortedMap<String, Long> of(TenantId tenant) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        last.forEach((series, number) -> {
            if (series.tenant().equals(tenant)) {
                numbers.put(series.name(), number.get());
            }
        });
        return numbers;
    }

    void set(TenantId tenant, String series, long number) {
        last.put(new Series(tenant, series), new AtomicLong(number));
    }

    void remove(TenantId tenant) {
        last.keySet().removeIf(series -> series.tenant().equals(tenant));
    }

    long next(TenantId tenant, String series) {
        Keys.requireCode(series, "series");
        return last.computeIfAbsent(new Series(tenant, series), key -> new AtomicLong())
                .incrementAndGet();
    }
}
