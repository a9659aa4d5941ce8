package org.itsmkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Upkeep;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.jspecify.annotations.Nullable;

/** Turns a tenancy into the items of an archive, and back. */
final class Copying {

    private Copying() {}

    /** What was read of an archive. */
    record Filled(
            Tenancy tenancy, SortedMap<String, Long> numbers, List<JournalEntry> entries, List<TaskChange> tasks) {}

    static List<ArchiveItem> items(
            Tenancy tenancy,
            Collection<? extends RecordKind<?>> kinds,
            SortedMap<String, Long> numbers,
            List<Task> tasks) {
        Set<String> known = names(kinds);
        List<ArchiveItem> items = new ArrayList<>();
        numbers.forEach((series, last) -> items.add(new ArchiveItem.Number(series, last)));
        for (Map.Entry<String, Shelf> each : tenancy.shelves().entrySet()) {
            Shelf shelf = each.getValue();
            List<RecordId> ids = shelf.ids(Optional.empty()).toList();
            if (!ids.isEmpty()) {
                requireKnown(known, each.getKey());
            }
            for (RecordId id : ids) {
                List<JournalEntry> journal = shelf.journal(id);
                items.add(new ArchiveItem.Kept(
                        RecordRef.of(each.getKey(), id),
                        journal.size(),
                        journal.get(journal.size() - 1).recordedAt(),
                        shelf.untyped(id).map(Stored::record),
                        shelf.isHeld(id)));
                journal.forEach(entry -> items.add(new ArchiveItem.Entry(entry, Optional.empty())));
            }
        }
        tenancy.commands().values().forEach(key -> items.add(new ArchiveItem.Command(key)));
        tasks.forEach(task -> items.add(new ArchiveItem.Pending(task)));
        return items;
    }

    static Filled read(Collection<? extends RecordKind<?>> kinds, Iterator<? extends ArchiveItem> items) {
        Map<String, RecordKind<?>> known = new HashMap<>();
        kinds.forEach(kind -> known.put(kind.name(), kind));
        Filled filled = new Filled(new Tenancy(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        while (items.hasNext()) {
            ArchiveItem item = items.next();
            if (item instanceof ArchiveItem.Number number) {
                requireNew(filled.numbers().put(number.series(), number.last()), "the series " + number.series());
            } else if (item instanceof ArchiveItem.Kept kept) {
                requireKnown(known.keySet(), kept.record().kind());
                List<JournalEntry> journal = journal(kept, items);
                requireFitting(Objects.requireNonNull(known.get(kept.record().kind())), kept, journal);
                put(filled.tenancy(), kept, journal);
                filled.entries().addAll(journal);
            } else if (item instanceof ArchiveItem.Command command) {
                CommandKey key = command.key();
                requireNew(filled.tenancy().commands().put(key.key(), key), "the key " + key.key());
            } else if (item instanceof ArchiveItem.Pending pending) {
                filled.tasks().add(TaskChange.schedule(pending.task()));
            } else {
                throw new IllegalArgumentException("an entry follows a record or another entry of it");
            }
        }
        return filled;
    }

    private static void requireNew(@Nullable Object before, String what) {
        if (before != null) {
            throw new IllegalArgumentException(what + " comes twice");
        }
    }

    private static List<JournalEntry> journal(ArchiveItem.Kept kept, Iterator<? extends ArchiveItem> items) {
        List<JournalEntry> journal = new ArrayList<>();
        for (long sequence = 1; sequence <= kept.version(); sequence++) {
            boolean fits = items.hasNext()
                    && items.next() instanceof ArchiveItem.Entry next
                    && next.entry().record().equals(kept.record())
                    && next.entry().sequence() == sequence
                    && journal.add(next.entry());
            if (!fits) {
                throw new IllegalArgumentException("entry " + sequence + " of " + kept.record() + " is missing");
            }
        }
        return journal;
    }

    private static void requireFitting(RecordKind<?> kind, ArchiveItem.Kept kept, List<JournalEntry> journal) {
        boolean held = false;
        Instant last = Instant.MIN;
        for (JournalEntry entry : journal) {
            held = entry.event() instanceof Upkeep.Held || held && !(entry.event() instanceof Upkeep.Released);
            if (entry.recordedAt().isBefore(last)) {
                throw new IllegalArgumentException("entry " + entry.sequence() + " of " + kept.record()
                        + " was recorded before the one in front of it");
            }
            last = entry.recordedAt();
        }
        boolean fits = held == kept.isHeld()
                && last.equals(kept.recordedAt())
                && kept.value().map(kind.type()::isInstance).orElse(true);
        if (!fits) {
            throw new IllegalArgumentException(kept.record() + " is not what its journal says");
        }
    }

    private static void put(Tenancy tenancy, ArchiveItem.Kept kept, List<JournalEntry> journal) {
        RecordId id = kept.record().id();
        Shelf shelf = tenancy.open(kept.record().kind());
        requireNew(shelf.kept(kept.record()).orElse(null), kept.record().toString());
        shelf.replace(id, journal, kept.value());
        shelf.hold(id, kept.isHeld());
    }

    private static Set<String> names(Collection<? extends RecordKind<?>> kinds) {
        Set<String> names = new HashSet<>();
        kinds.forEach(kind -> names.add(kind.name()));
        return names;
    }

    private static void requireKnown(Set<String> known, String kind) {
        if (!known.contains(kind)) {
            throw new IllegalArgumentException("there are records of kind " + kind + ", which was not named");
        }
    }
}
