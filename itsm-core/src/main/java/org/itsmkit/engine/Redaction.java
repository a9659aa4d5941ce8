package org.itsmkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Upkeep;

/** What an erasure leaves of one record: the entries that change, and the record that folding all of them gives. */
final class Redaction<R> {

    private static final int PAGE = 1_000;

    private final RecordKind<R> kind;
    private final Custodian.Kept kept;
    private final Erasure erasure;
    private final Redactor redactor;
    private final SortedMap<Long, Redacted.Entry> changed = new TreeMap<>();
    private Optional<R> record = Optional.empty();

    private Redaction(RecordKind<R> kind, Custodian.Kept kept, Erasure erasure) {
        this.kind = kind;
        this.kept = kept;
        this.erasure = erasure;
        this.redactor = new Redactor(erasure.components(), erasure.persons());
    }

    /** Works it out; throws {@link StaleRecordException} if the journal is no longer what {@code kept} says. */
    static <R> Redaction<R> of(
            RecordStore store, TenantId tenant, RecordKind<R> kind, Custodian.Kept kept, Erasure erasure) {
        List<JournalEntry> journal = new ArrayList<>();
        List<JournalEntry> page;
        do {
            page = store.journal(tenant, kind, kept.record().id(), journal.size(), PAGE);
            journal.addAll(page);
        } while (page.size() == PAGE);
        if (journal.size() != kept.version()) {
            throw new StaleRecordException(kept.record(), kept.version(), journal.size());
        }
        Redaction<R> redaction = new Redaction<>(kind, kept, erasure);
        redaction.redact(journal);
        return redaction;
    }

    private void redact(List<JournalEntry> journal) {
        journal.forEach(redactor::reserve);
        Fold<R> fold = Fold.of(kind);
        for (JournalEntry entry : journal) {
            JournalEntry after = redacted(entry);
            if (!after.equals(entry)) {
                changed.put(entry.sequence(), new Redacted.Entry(after.event(), after.by(), after.onBehalfOf()));
            }
            // The last entry of a deleted record need not be one that can be applied.
            if (!kept.isDeleted()) {
                fold.add(after);
            }
        }
        record = fold.record();
    }

    private JournalEntry redacted(JournalEntry entry) {
        if (entry.event() instanceof Upkeep || !erasure.concerns(entry.sequence())) {
            return entry;
        }
        Redacted.Entry after = redactor.redact(entry);
        return new JournalEntry(
                entry.record(),
                entry.sequence(),
                entry.name(),
                after.event(),
                entry.occurredAt(),
                entry.recordedAt(),
                after.by(),
                after.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** The persons who have a tombstone now. */
    Set<PersonId> erased() {
        return redactor.erased();
    }

    Redacted<R> redacted() {
        return new Redacted<>(kind, kept.record().id(), kept.version(), record, changed, erasure.components());
    }
}
