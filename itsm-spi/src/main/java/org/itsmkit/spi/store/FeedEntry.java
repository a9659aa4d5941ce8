package org.itsmkit.spi.store;

import java.util.Objects;
import org.itsmkit.spi.TenantId;

/**
 * A journal entry in the stream of all entries.
 *
 * @param position its place in the stream, from 1; a consumer that has read up to here will never find an entry before it
 * @param tenant whose entry
 * @param entry what happened
 */
public record FeedEntry(long position, TenantId tenant, JournalEntry entry) {

    public FeedEntry {
        if (position < 1) {
            throw new IllegalArgumentException("position must be at least 1, not " + position);
        }
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(entry, "entry");
    }
}
