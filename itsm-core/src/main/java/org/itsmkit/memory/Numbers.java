package org.itsmkit.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.TenantId;

/** The last number of each series. Safe for use by many threads, which do not wait for commits. */
final class Numbers {

    private record Series(TenantId tenant, String name) {}

    private final Map<Series, AtomicLong> last = new ConcurrentHashMap<>();

    long next(TenantId tenant, String series) {
        Keys.requireCode(series, "series");
        return last.computeIfAbsent(new Series(tenant, series), key -> new AtomicLong())
                .incrementAndGet();
    }
}
