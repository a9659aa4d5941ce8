package org.itsmkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;

/**
 * A write whose entries and fields were checked against its kind, before any lock is taken.
 *
 * @param write what is to be done
 * @param entries what enters the journal
 */
record PreparedWrite<R>(Write<R> write, List<JournalEntry> entries) {

    /**
     * Prepares {@code write}.
     *
     * @throws IllegalArgumentException if its kind does not declare an event, or a field cannot be read
     */
    static <R> PreparedWrite<R> of(Write<R> write) {
        RecordKind<R> kind = write.kind();
        write.record().ifPresent(record -> requireReadable(kind, record));
        List<JournalEntry> entries = new ArrayList<>();
        for (NewEntry entry : write.entries()) {
            entries.add(new JournalEntry(
                    write.ref(),
                    write.expectedVersion() + entries.size() + 1,
                    nameOf(kind, entry.event()),
                    entry.event(),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.by(),
                    entry.onBehalfOf(),
                    entry.cause(),
                    entry.settingsVersion()));
        }
        return new PreparedWrite<>(write, List.copyOf(entries));
    }

    private static <R> void requireReadable(RecordKind<R> kind, R record) {
        kind.fields().forEach(field -> field.values(record));
        kind.customFields(record);
        kind.links(record);
    }

    private static String nameOf(RecordKind<?> kind, Object event) {
        return kind.events().stream()
                .filter(type -> type.type() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind " + kind.name() + " declares no event of "
                        + event.getClass().getName()))
                .name();
    }

    /** The name of the record's kind. */
    String kind() {
        return write.kind().name();
    }

    void requireVersion(Shelf shelf) {
        shelf.requireVersion(write.ref(), write.expectedVersion());
    }

    /** Refuses an entry that was recorded before the one in front of it. */
    void requireOrderInTime(Shelf shelf) {
        List<JournalEntry> journal = shelf.journal(id());
        Instant last = journal.isEmpty()
                ? Instant.MIN
                : journal.get(journal.size() - 1).recordedAt();
        for (JournalEntry entry : entries) {
            if (entry.recordedAt().isBefore(last)) {
                throw new IllegalArgumentException(
                        "entry " + entry.sequence() + " of " + write.ref() + " is recorded at " + entry.recordedAt()
                                + ", before " + last + " of the entry in front of it");
            }
            last = entry.recordedAt();
        }
    }

    /** Does it; returns what entered the journal. */
    List<JournalEntry> apply(Shelf shelf) {
        Instant recordedAt = entries.get(entries.size() - 1).recordedAt();
        Optional<Stored<?>> stored =
                write.record().map(record -> new Stored<>(id(), write.newVersion(), recordedAt, record));
        shelf.put(id(), entries, stored);
        return entries;
    }

    private RecordId id() {
        return write.id();
    }
}
