package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;

/**
 * Where the entries of all journals were committed; a position is an index plus one. Holds no entry itself, so that what is erased in
 * its journal is erased here. Guarded by the store's lock.
 */
final class Feed {

    private final List<List<Place>> places = new ArrayList<>();

    /** Where an entry stands. */
    record Place(TenantId tenant, RecordRef record, long sequence) {}

    /** Finds an entry. */
    interface Journals {
        JournalEntry entry(Place place);
    }

    void append(TenantId tenant, List<JournalEntry> committed) {
        committed.forEach(entry -> places.add(List.of(new Place(tenant, entry.record(), entry.sequence()))));
    }

    /** Forgets all entries of the tenant; the others keep their positions. */
    void remove(TenantId tenant) {
        places.replaceAll(place -> place.stream().anyMatch(p -> p.tenant().equals(tenant)) ? List.of() : place);
    }

    List<FeedEntry> read(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit, Journals journals) {
        Slice.requireBounds(afterPosition, limit);
        Set<String> wanted = new HashSet<>();
        kinds.forEach(kind -> wanted.add(kind.name()));
        List<FeedEntry> found = new ArrayList<>();
        for (int i = (int) Math.min(afterPosition, places.size()); i < places.size() && found.size() < limit; i++) {
            for (Place place : places.get(i)) {
                if (wanted.contains(place.record().kind())) {
                    found.add(new FeedEntry(i + 1L, place.tenant(), journals.entry(place)));
                }
            }
        }
        return List.copyOf(found);
    }
}
