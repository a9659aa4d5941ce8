package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;

/**
 * The records of one kind and one tenant, and the journals of those and of the deleted. Guarded by the store's lock.
 */
final class Shelf {

    private final NavigableMap<RecordId, Stored<?>> records = new TreeMap<>();
    private final Map<RecordId, List<JournalEntry>> journals = new HashMap<>();

    <R> Optional<Stored<R>> find(RecordKind<R> kind, RecordId id) {
        return Optional.ofNullable(records.get(id)).map(stored -> typed(kind, stored));
    }

    /** All records, by id. */
    <R> Stream<Stored<R>> all(RecordKind<R> kind) {
        return records.values().stream().map(stored -> typed(kind, stored));
    }

    /** All records whose ids come after {@code id}, by id. */
    <R> Stream<Stored<R>> after(RecordKind<R> kind, RecordId id) {
        return records.tailMap(id, false).values().stream().map(stored -> typed(kind, stored));
    }

    List<JournalEntry> journal(RecordId id) {
        return journals.getOrDefault(id, List.of());
    }

    /** Refuses to write a record that is not at {@code expected}; 0 if it must never have existed. */
    void requireVersion(RecordRef ref, long expected) {
        long actual = journal(ref.id()).size();
        if (expected == 0 ? actual > 0 : !isAt(ref.id(), expected)) {
            throw stale(ref, expected);
        }
    }

    /** Refuses a decision that relied on a record as it no longer is. A deleted record does not exist. */
    void requireUnchanged(Expectation expectation) {
        RecordId id = expectation.record().id();
        if (expectation.version() == 0 ? records.containsKey(id) : !isAt(id, expectation.version())) {
            throw stale(expectation.record(), expectation.version());
        }
    }

    private boolean isAt(RecordId id, long version) {
        Stored<?> stored = records.get(id);
        return stored != null && stored.version() == version;
    }

    private StaleRecordException stale(RecordRef ref, long expected) {
        Stored<?> stored = records.get(ref.id());
        boolean deleted = stored == null && journals.containsKey(ref.id());
        return new StaleRecordException(ref, expected, stored != null ? stored.version() : deleted ? -1 : 0);
    }

    /** Adds to the record's journal, and puts the record as it is afterwards in the place of the one before; none deletes it. */
    void put(RecordId id, List<JournalEntry> entries, Optional<Stored<?>> record) {
        journals.computeIfAbsent(id, key -> new ArrayList<>()).addAll(entries);
        record.ifPresentOrElse(stored -> records.put(id, stored), () -> records.remove(id));
    }

    @SuppressWarnings("unchecked") // just checked, and immutable
    private static <R> Stored<R> typed(RecordKind<R> kind, Stored<?> stored) {
        if (!kind.type().isInstance(stored.record())) {
            throw new StoreException("record " + kind.name() + "/" + stored.id() + " was kept as "
                    + stored.record().getClass().getName() + " and cannot be read as "
                    + kind.type().getName());
        }
        return (Stored<R>) stored;
    }
}
