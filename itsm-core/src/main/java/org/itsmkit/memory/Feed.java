package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;

/** The entries of all journals as they were committed; a position is an index plus one. Guarded by the store's lock. */
final class Feed {

    private final List<FeedEntry> entries = new ArrayList<>();

    void append(TenantId tenant, List<JournalEntry> committed) {
        for (JournalEntry entry : committed) {
            entries.add(new FeedEntry(entries.size() + 1L, tenant, entry));
        }
    }

    List<FeedEntry> read(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
        Slice.requireBounds(afterPosition, limit);
        Set<String> wanted = new HashSet<>();
        kinds.forEach(kind -> wanted.add(kind.name()));
        int from = (int) Math.min(afterPosition, entries.size());
        return entries.subList(from, entries.size()).stream()
                .filter(entry -> wanted.contains(entry.entry().record().kind()))
                .limit(limit)
                .toList();
    }
}
