package org.itsmkit.spi.store;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;

/**
 * A record from which personal data was taken, about to take the place of what is kept. Whoever makes one sees to it that folding the
 * journal with these entries gives {@code record}.
 *
 * @param kind the kind of the record
 * @param id which one
 * @param expectedVersion the version it must have now
 * @param record its value afterwards; empty if it is deleted
 * @param entries what takes the place of entries, by their sequences; at least one
 * @param components the names of the components that were erased
 */
public record Redacted<R>(
        RecordKind<R> kind,
        RecordId id,
        long expectedVersion,
        Optional<R> record,
        SortedMap<Long, Entry> entries,
        Set<String> components) {

    /**
     * What an entry says afterwards.
     *
     * @param event of the same class as before
     * @param by who did it, or what stands for them
     * @param onBehalfOf for whom, or what stands for them
     */
    public record Entry(Object event, PersonId by, Optional<PersonId> onBehalfOf) {
        public Entry {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        }
    }

    public Redacted {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(record, "record");
        entries = new TreeMap<>(entries);
        components = Set.copyOf(components);
        if (entries.isEmpty() || entries.firstKey() < 1 || entries.lastKey() > expectedVersion) {
            throw new IllegalArgumentException("entries of the record's journal are replaced, at least one");
        }
    }

    @Override
    public SortedMap<Long, Entry> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** Which record. */
    public RecordRef ref() {
        return RecordRef.of(kind.name(), id);
    }
}
