package org.itsmkit.people;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.AuditSink;

/**
 * Counts what those who audit are told of, by tenant, kind of record and code, and passes it on. In memory, from when it was made; a host
 * with several nodes adds up what each has counted. Safe for use by many threads.
 */
public final class CountingAudit implements AuditSink {

    /** How many different counts are kept at most; what comes beyond that is counted under the code {@value #OTHER}. */
    public static final int MOST = 10_000;

    /** The code of what is counted together because too much else is told apart. */
    public static final String OTHER = "other";

    private static final Comparator<Count> ORDER = Comparator.comparing(
                    (Count count) -> count.tenant().value())
            .thenComparing(Count::kind)
            .thenComparing(Count::code);

    private final AuditSink next;
    private final Map<Told, Long> counts = new ConcurrentHashMap<>();
    private final AtomicInteger room = new AtomicInteger(MOST);

    private record Told(TenantId tenant, String kind, String code) {}

    /**
     * How often somebody was told of something.
     *
     * @param tenant whose caller it was
     * @param kind of which kind of record
     * @param code why, as {@link AuditSink.Verdict#code}
     * @param times how often, 1 at least
     */
    public record Count(TenantId tenant, String kind, String code, long times) {}

    /** One that passes on to {@code next}. */
    public CountingAudit(AuditSink next) {
        this.next = Objects.requireNonNull(next, "next");
    }

    @Override
    public void note(Verdict verdict) {
        Told told = new Told(verdict.caller().tenant(), verdict.permission().kind(), verdict.code());
        if (counts.computeIfPresent(told, (key, times) -> times + 1) == null) {
            boolean hasRoom = room.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            counts.merge(hasRoom ? told : new Told(told.tenant(), told.kind(), OTHER), 1L, Long::sum);
        }
        next.note(verdict);
    }

    /** What was counted until now, by tenant, kind and code. */
    public List<Count> counts() {
        return counts.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().tenant(),
                        entry.getKey().kind(),
                        entry.getKey().code(),
                        entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    /** What was counted of one tenant until now, by code; all kinds together. */
    public SortedMap<String, Long> counts(TenantId tenant) {
        SortedMap<String, Long> byCode = new TreeMap<>();
        counts.forEach((told, times) -> {
            if (told.tenant().equals(tenant)) {
                byCode.merge(told.code(), times, Long::sum);
            }
        });
        return Collections.unmodifiableSortedMap(byCode);
    }
}
