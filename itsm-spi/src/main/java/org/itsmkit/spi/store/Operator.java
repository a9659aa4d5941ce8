package org.itsmkit.spi.store;

import java.util.Collection;
import java.util.List;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;

/**
 * For those who run the system, across all tenants: never handed to those who use it.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface Operator {

    /** Returns every tenant that has or had a record, by id. */
    List<TenantId> tenants();

    /**
     * Returns entries of all journals in the order in which they were committed: entries of one record in their sequence, and
     * nothing ever appears before a position that was returned. An entry may appear a little after its commit.
     *
     * @param kinds whose entries are wanted; those of others are passed over, but keep their positions
     * @param afterPosition the first entry returned lies after this; 0 for the beginning
     * @param limit the most entries returned, 1 to 10,000
     */
    List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit);
}
