package org.itsmkit.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.task.Task;

/**
 * Changes what a store has kept, where the law asks for it: takes personal data out, deletes for good, and holds on to what must not
 * go. Each act is an entry of the record's journal, an {@link Upkeep}. Hosts do not call this themselves but by way of the engine,
 * which knows what is left of a record.
 *
 * <p>All acts name the version that they were decided upon, throw {@link StaleRecordException} if the record has another, and raise it
 * by one. They happen as a whole or not at all, in the host's transaction if there is one. Implementations are safe for use by many
 * threads.
 */
public interface Custodian {

    /**
     * What is kept of a record.
     *
     * @param record which
     * @param version how many entries its journal has
     * @param isDeleted whether only its journal is left
     * @param isHeld whether a legal hold is on it
     */
    record Kept(RecordRef record, long version, boolean isDeleted, boolean isHeld) {}

    /** Returns what is kept of a record, deleted ones too; empty if it never existed, or its tenant was removed. */
    Optional<Kept> kept(TenantId tenant, RecordKind<?> kind, RecordId id);

    /**
     * Returns what is kept of the tenant's records of a kind, deleted ones too, by id.
     *
     * @param after the first returned has an id behind this one; empty for the beginning
     * @param limit the most that are returned, 1 to 10,000
     */
    List<Kept> kept(TenantId tenant, RecordKind<?> kind, Optional<RecordId> after, int limit);

    /**
     * Puts {@code redacted} in the place of what is kept, wherever that is: nothing that was there before can be read afterwards.
     *
     * @param forgotten the tenant's tasks that are taken back
     * @throws LegalHoldException if a legal hold is on the record
     */
    <R> void erase(TenantId tenant, Redacted<R> redacted, Act act, Predicate<Task> forgotten);

    /**
     * Deletes a record for good, or what is left of a deleted one. What stays are its id, and of each entry when it was made, what the
     * event was called, and the hash.
     *
     * @param forgotten the tenant's tasks that are taken back
     * @throws LegalHoldException if a legal hold is on the record
     */
    void purge(
            TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act, Predicate<Task> forgotten);

    /** Puts a legal hold on a record, deleted or not. */
    void hold(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act);

    /** Lifts the legal hold. */
    void release(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act);
}
