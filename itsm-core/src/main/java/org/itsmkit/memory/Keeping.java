package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Upkeep;

/** An act on the keeping of one record. Guarded by the store's lock. */
final class Keeping {

    private static final PersonId NOBODY = PersonId.of(Redactor.ID_PREFIX + 0);

    private final Shelf shelf;
    private final RecordRef ref;
    private final Consumer<JournalEntry> told;

    /** Begins an act on a record that is at {@code expectedVersion}; else throws. */
    Keeping(Shelf shelf, RecordRef ref, long expectedVersion, Consumer<JournalEntry> told) {
        shelf.requireKeptAt(ref, expectedVersion);
        if (expectedVersion < 1) {
            throw new IllegalArgumentException("a record has a version of at least 1, not " + expectedVersion);
        }
        this.shelf = shelf;
        this.ref = ref;
        this.told = told;
    }

    <R> void erase(Redacted<R> redacted, Act act) {
        requireFree();
        if (redacted.record().isPresent() != record().isPresent()) {
            throw new IllegalArgumentException("what is deleted stays deleted, and what is not stays");
        }
        List<JournalEntry> journal = new ArrayList<>(shelf.journal(ref.id()));
        redacted.entries().forEach((sequence, entry) -> {
            int place = (int) (sequence - 1);
            journal.set(place, replaced(journal.get(place), entry.event(), entry.by(), entry.onBehalfOf()));
        });
        List<Upkeep.Replaced> replaced = redacted.entries().keySet().stream()
                .map(sequence -> new Upkeep.Replaced(sequence, ""))
                .toList();
        keep(
                journal,
                new Upkeep.Erased(redacted.components(), replaced, act.reason()),
                act,
                redacted.record().map(r -> r));
    }

    void purge(Act act) {
        requireFree();
        List<JournalEntry> journal = new ArrayList<>();
        for (JournalEntry entry : shelf.journal(ref.id())) {
            journal.add(
                    entry.event() instanceof Upkeep
                            ? entry
                            : replaced(entry, new Upkeep.Gone(), NOBODY, Optional.empty()));
        }
        keep(journal, new Upkeep.Purged(act.reason()), act, Optional.empty());
    }

    void hold(boolean held, Act act) {
        if (shelf.isHeld(ref.id()) == held) {
            throw new IllegalArgumentException(ref + (held ? " is held already" : " is not held"));
        }
        Upkeep upkeep = held ? new Upkeep.Held(act.reason()) : new Upkeep.Released(act.reason());
        keep(new ArrayList<>(shelf.journal(ref.id())), upkeep, act, record());
        shelf.hold(ref.id(), held);
    }

    private Optional<Object> record() {
        return shelf.untyped(ref.id()).map(Stored::record);
    }

    private void requireFree() {
        if (shelf.isHeld(ref.id())) {
            throw new LegalHoldException(ref);
        }
    }

    private void keep(List<JournalEntry> journal, Upkeep upkeep, Act act, Optional<Object> record) {
        NewEntry entry = act.entry(upkeep, journal.get(journal.size() - 1).recordedAt());
        JournalEntry last = new JournalEntry(
                ref,
                journal.size() + 1L,
                Upkeep.typeOf(upkeep).name(),
                upkeep,
                entry.occurredAt(),
                entry.recordedAt(),
                entry.by(),
                entry.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
        journal.add(last);
        shelf.replace(ref.id(), journal, record);
        told.accept(last);
    }

    private static JournalEntry replaced(JournalEntry entry, Object event, PersonId by, Optional<PersonId> onBehalfOf) {
        return new JournalEntry(
                entry.record(),
                entry.sequence(),
                entry.name(),
                event,
                entry.occurredAt(),
                entry.recordedAt(),
                by,
                onBehalfOf,
                entry.cause(),
                entry.settingsVersion());
    }
}
