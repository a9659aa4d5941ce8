package org.itsmkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/**
 * For every record: folding its journal from empty gives the stored record, component by component, at its version. Checks that it is so.
 */
public final class FoldLaw {

    /** The most breaks that are told. */
    public static final int MAX_BREAKS = 1_000;

    private FoldLaw() {}

    /**
     * What a check found.
     *
     * @param records how many records were checked
     * @param entries how many journal entries were folded
     * @param breaks where the law does not hold; at most the first 1,000
     */
    public record Verdict(long records, long entries, List<Break> breaks) {
        public Verdict {
            breaks = List.copyOf(breaks);
        }

        /** Whether the law holds for every record. */
        public boolean holds() {
            return breaks.isEmpty();
        }

        /** Returns what both found together. */
        public Verdict and(Verdict other) {
            List<Break> all = new ArrayList<>(breaks);
            all.addAll(other.breaks);
            return new Verdict(records + other.records, entries + other.entries, all);
        }
    }

    /** A record for which the law does not hold, and why. */
    public record Break(TenantId tenant, RecordRef record, String reason) {}

    /**
     * Checks every record of {@code kind} that the tenant has. Records that change meanwhile are looked at once more.
     *
     * @param progress told after each page how many records were checked so far
     */
    public static <R> Verdict check(RecordStore store, TenantId tenant, RecordKind<R> kind, LongConsumer progress) {
        long records = 0;
        long entries = 0;
        List<Break> breaks = new ArrayList<>();
        Query query = Query.where(Condition.all()).limit(Query.MAX_LIMIT);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Stored<R>> page =
                    store.query(tenant, kind, next.map(query::after).orElse(query));
            for (Stored<R> stored : page.items()) {
                records++;
                entries += stored.version();
                Optional<String> reason = breakOf(store, tenant, kind, stored);
                if (reason.isPresent() && breaks.size() < MAX_BREAKS) {
                    breaks.add(new Break(tenant, RecordRef.of(kind.name(), stored.id()), reason.get()));
                }
            }
            progress.accept(records);
            next = page.next();
        } while (next.isPresent());
        return new Verdict(records, entries, breaks);
    }

    private static <R> Optional<String> breakOf(
            RecordStore store, TenantId tenant, RecordKind<R> kind, Stored<R> stored) {
        Optional<String> reason = difference(fold(store, tenant, kind, stored), stored);
        if (reason.isEmpty()) {
            return reason;
        }
        Optional<Stored<R>> now = store.find(tenant, kind, stored.id());
        boolean changedMeanwhile = now.isPresent() && now.get().version() != stored.version();
        return changedMeanwhile ? difference(fold(store, tenant, kind, now.get()), now.get()) : reason;
    }

    private static <R> Fold<R> fold(RecordStore store, TenantId tenant, RecordKind<R> kind, Stored<R> stored) {
        return Fold.of(store, tenant, kind, stored.id(), entry -> entry.sequence() <= stored.version());
    }

    private static <R> Optional<String> difference(Fold<R> fold, Stored<R> stored) {
        long length = fold.last().map(JournalEntry::sequence).orElse(0L);
        if (length != stored.version()) {
            return Optional.of("the record is at version " + stored.version() + " and its journal ends at " + length);
        }
        if (!fold.record().equals(Optional.of(stored.record()))) {
            return Optional.of("the record differs from the fold of its journal");
        }
        if (!fold.last().map(JournalEntry::recordedAt).equals(Optional.of(stored.recordedAt()))) {
            return Optional.of("the record and its last entry were recorded at different instants");
        }
        return Optional.empty();
    }
}
