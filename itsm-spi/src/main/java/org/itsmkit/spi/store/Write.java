package org.itsmkit.spi.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;

/**
 * What becomes of one record in a commit. Its version afterwards is the expected one plus the number of entries.
 *
 * @param kind the kind of the record
 * @param id which one
 * @param expectedVersion the version it must have now; 0 if it must never have existed
 * @param record its value afterwards; empty to delete it, which keeps its journal with these entries as the last
 * @param entries what happened, in order; at least one
 */
public record Write<R>(
        RecordKind<R> kind, RecordId id, long expectedVersion, Optional<R> record, List<NewEntry> entries) {

    public Write {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("expectedVersion must not be negative: " + expectedVersion);
        }
        Objects.requireNonNull(record, "record");
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a write needs an entry that says what happened");
        }
        if (expectedVersion == 0 && record.isEmpty()) {
            throw new IllegalArgumentException("what never existed cannot be deleted");
        }
    }

    /** A new record. */
    public static <R> Write<R> insert(RecordKind<R> kind, RecordId id, R record, List<NewEntry> entries) {
        return new Write<>(kind, id, 0, Optional.of(record), entries);
    }

    /** A record that changes. */
    public static <R> Write<R> update(
            RecordKind<R> kind, RecordId id, long expectedVersion, R record, List<NewEntry> entries) {
        if (expectedVersion < 1) {
            throw new IllegalArgumentException("an update expects a version of at least 1, not " + expectedVersion);
        }
        return new Write<>(kind, id, expectedVersion, Optional.of(record), entries);
    }

    /** A record that goes; {@code tombstone} is the last entry of its journal. */
    public static <R> Write<R> delete(RecordKind<R> kind, RecordId id, long expectedVersion, NewEntry tombstone) {
        return new Write<>(kind, id, expectedVersion, Optional.empty(), List.of(tombstone));
    }

    /** Which record. */
    public RecordRef ref() {
        return RecordRef.of(kind.name(), id);
    }

    /** The version afterwards. */
    public long newVersion() {
        return expectedVersion + entries.size();
    }
}
