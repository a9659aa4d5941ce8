package org.itsmkit.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Upkeep;

/**
 * The one way from a journal to its record: each event applied to what the ones before it left, beginning with nothing. Not safe for
 * use by many threads.
 *
 * @param <R> the record
 */
public final class Fold<R> {

    private static final int PAGE = 1_000;

    private final Class<R> type;
    private Optional<R> before = Optional.empty();
    private Optional<R> record = Optional.empty();
    private Optional<JournalEntry> last = Optional.empty();

    private Fold(Class<R> type) {
        this.type = type;
    }

    /** A fold of nothing yet. */
    public static <R> Fold<R> of(RecordKind<R> kind) {
        return new Fold<>(kind.type());
    }

    /**
     * Returns the fold of a record's journal, as far as {@code wanted} wants it: up to, and without, the first entry that it does not
     * want.
     */
    public static <R> Fold<R> of(
            RecordStore store, TenantId tenant, RecordKind<R> kind, RecordId id, Predicate<JournalEntry> wanted) {
        Fold<R> fold = of(kind);
        while (true) {
            long after = fold.last.map(JournalEntry::sequence).orElse(0L);
            List<JournalEntry> page = store.journal(tenant, kind, id, after, PAGE);
            for (JournalEntry entry : page) {
                if (!wanted.test(entry)) {
                    return fold;
                }
                fold.add(entry);
            }
            if (page.size() < PAGE) {
                return fold;
            }
        }
    }

    /**
     * Applies one entry more; one that is about the record's keeping changes nothing.
     *
     * @throws StoreException if it does not follow the one before, or is no event that can follow
     */
    public void add(JournalEntry entry) {
        long expected = last.map(JournalEntry::sequence).orElse(0L) + 1;
        if (entry.sequence() != expected) {
            throw new StoreException("the journal of " + entry.record() + " has entry " + entry.sequence() + " where "
                    + expected + " belongs");
        }
        before = record;
        if (!(entry.event() instanceof Upkeep)) {
            record = Optional.of(apply(entry));
        }
        last = Optional.of(entry);
    }

    private R apply(JournalEntry entry) {
        Occurrence when = Occurrence.of(entry);
        if (entry.event() instanceof Event.First<?> first && record.isEmpty()) {
            Object begun = first.begin(when);
            if (type.isInstance(begun)) {
                return type.cast(begun);
            }
        }
        if (entry.event() instanceof Event.Next<?> next && record.isPresent()) {
            return applied(next, when, entry);
        }
        throw standsWrong(entry);
    }

    private R applied(Event.Next<?> next, Occurrence when, JournalEntry entry) {
        @SuppressWarnings("unchecked") // a journal holds events of its own kind, and the cast inside tells if not
        Event.Next<R> ours = (Event.Next<R>) next;
        try {
            return type.cast(ours.applyTo(record.orElseThrow(), when));
        } catch (ClassCastException e) {
            throw (StoreException) standsWrong(entry).initCause(e);
        }
    }

    private static StoreException standsWrong(JournalEntry entry) {
        return new StoreException("the journal of " + entry.record() + " has at " + entry.sequence()
                + " an event that cannot stand there: " + entry.name());
    }

    /** The record after all entries so far; empty before the first. */
    public Optional<R> record() {
        return record;
    }

    /** The record before the entry applied last; empty before the second. */
    Optional<R> before() {
        return before;
    }

    /** The entry applied last; empty before the first. */
    public Optional<JournalEntry> last() {
        return last;
    }
}
