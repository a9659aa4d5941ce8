package org.itsmkit.spi.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Consumer;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;

/**
 * Takes a whole tenant out of a store, puts one in, and removes one: for those who run the system. Holds a few records at a time in
 * memory, however many there are. Never takes part in a host's transaction. Implementations are safe for use by many threads.
 */
public interface TenantArchive {

    /**
     * Hands all that is kept of the tenant to {@code sink}: the last numbers of its series, by name; its records by kind and id, deleted
     * ones too, each with its journal behind it in order; the keys of its commands, by key; its tasks, by key. Its settings are a record
     * among the others. Each record is as it is at one moment; who wants all of them to be of the same moment lets nobody write.
     *
     * @param kinds the kinds of the tenant's records, all of them
     * @param sink must not call the store
     * @throws IllegalArgumentException if the tenant has records of other kinds, of which an export would be silent
     */
    void export(TenantId tenant, Collection<? extends RecordKind<?>> kinds, Consumer<? super ArchiveItem> sink);

    /**
     * Fills a tenant with what {@link #export} handed out of this or any other store, under the same id, as a whole or not at all. A hash
     * chain that comes along is kept and checked on the way; where none does, one is begun. Positions of the feed are given anew. Whether
     * each record is what its journal says is not looked at here: verify that afterwards.
     *
     * @throws IllegalArgumentException if the tenant has anything here, or items are of other kinds, in another order, twice, or do not
     *     fit each other
     * @throws StoreException if a chain that came along does not hold
     */
    void restore(TenantId tenant, Collection<? extends RecordKind<?>> kinds, Iterator<? extends ArchiveItem> items);

    /**
     * Removes all that there is of a tenant, from everywhere. Whoever may still write for it should be stopped first: what they write
     * meanwhile may stay. If it fails midway, it can be repeated.
     *
     * @param despiteHolds whether records go on which a legal hold is
     * @return how many records went
     * @throws LegalHoldException if one is on a record, and {@code despiteHolds} is false; nothing was removed then
     */
    long remove(TenantId tenant, boolean despiteHolds);
}
