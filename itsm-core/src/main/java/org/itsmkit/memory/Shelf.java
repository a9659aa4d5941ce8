package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Custodian;
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
    private final NavigableMap<RecordId, List<JournalEntry>> journals = new TreeMap<>();
    private final Set<RecordId> held = new HashSet<>();

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

    Optional<Custodian.Kept> kept(RecordRef ref) {
        RecordId id = ref.id();
        return Optional.ofNullable(journals.get(id))
                .map(journal -> new Custodian.Kept(ref, journal.size(), !records.containsKey(id), held.contains(id)));
    }

    /** The ids of all that is kept, deleted or not, behind {@code after}. */
    Stream<RecordId> ids(Optional<RecordId> after) {
        return after.map(id -> journals.tailMap(id, false)).orElse(journals).keySet().stream();
    }

    /** The record, of whatever class it is. */
    Optional<Stored<?>> untyped(RecordId id) {
        return Optional.ofNullable(records.get(id));
    }

    boolean isHeld(RecordId id) {
        return held.contains(id);
    }

    void hold(RecordId id, boolean isHeld) {
        if (isHeld) {
            held.add(id);
        } else {
            held.remove(id);
        }
    }

    /** Refuses an act on what is not at {@code expected}, deleted or not. */
    void requireKeptAt(RecordRef ref, long expected) {
        long actual = journal(ref.id()).size();
        if (actual != expected) {
            throw new StaleRecordException(ref, expected, actual);
        }
    }

    /** Puts another journal and another record in the place of those that are there; no record deletes it. */
    void replace(RecordId id, List<JournalEntry> journal, Optional<Object> record) {
        JournalEntry last = journal.get(journal.size() - 1);
        journals.put(id, new ArrayList<>(journal));
        record.ifPresentOrElse(
                value -> records.put(id, new Stored<>(id, last.sequence(), last.recordedAt(), value)),
                () -> records.remove(id));
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
