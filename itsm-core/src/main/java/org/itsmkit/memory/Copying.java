package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

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
        Set<String> known = names(kinds);
        Filled filled = new Filled(new Tenancy(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        while (items.hasNext()) {
            ArchiveItem item = items.next();
            if (item instanceof ArchiveItem.Number number) {
                filled.numbers().put(number.series(), number.last());
            } else if (item instanceof ArchiveItem.Kept kept) {
                requireKnown(known, kept.record().kind());
                filled.entries().addAll(record(filled.tenancy(), kept, items));
            } else if (item instanceof ArchiveItem.Command command) {
                filled.tenancy().commands().put(command.key().key(), command.key());
            } else if (item instanceof ArchiveItem.Pending pending) {
                filled.tasks().add(TaskChange.schedule(pending.task()));
            } else {
                throw new IllegalArgumentException("an entry follows a record or another entry of it");
            }
        }
        return filled;
    }

    private static List<JournalEntry> record(
            Tenancy tenancy, ArchiveItem.Kept kept, Iterator<? extends ArchiveItem> items) {
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
        Shelf shelf = tenancy.open(kept.record().kind());
        shelf.replace(kept.record().id(), journal, kept.value());
        shelf.hold(kept.record().id(), kept.isHeld());
        return journal;
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
