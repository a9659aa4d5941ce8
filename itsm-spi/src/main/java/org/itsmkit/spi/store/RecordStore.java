package org.itsmkit.spi.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;

/**
 * Keeps records, their journals, the tasks they gave rise to and the keys of commands.
 *
 * <p>Every method sees one tenant only: what it answers is the same whether or not another tenant exists. Every method sees what
 * has been committed; inside a host's own transaction also what that transaction has done.
 *
 * <p>Implementations are safe for use by many threads. Arguments that break a method's rules throw {@link
 * IllegalArgumentException}; everything that goes wrong outside throws {@link StoreException}. The contract tests of the testkit
 * say the rest: what they do not test is not promised.
 */
public interface RecordStore {

    /** Returns the record, unless it never existed or was deleted. */
    <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id);

    /**
     * Returns a page of the records that fit {@code query}, in its order.
     *
     * @throws IllegalArgumentException if the query uses a declared field with another type, or orders by a field that the kind
     *     does not declare and that is not custom
     */
    <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query);

    /** Returns how many records fit {@code condition}. */
    <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition);

    /**
     * Returns how many records that fit {@code condition} have each value of {@code field}; records without a value are not counted,
     * those with many are counted under each. At most 1,000 values, the most frequent first, then smallest value first.
     */
    <R> Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field);

    /**
     * Returns entries of the record's journal in order, those of a deleted record too.
     *
     * @param afterSequence the first entry returned is the one after this; 0 for the beginning
     * @param limit the most entries returned, 1 to 10,000
     */
    <R> List<JournalEntry> journal(TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit);

    /**
     * Keeps all of {@code commit}, or nothing.
     *
     * <p>The key is looked at first, then versions. Two commits of which each expects what the other writes never both succeed.
     * Within the host's own transaction a refused commit leaves that transaction as it found it, and usable.
     *
     * @throws DuplicateCommandException if the commit's key was used before, by content equal or not
     * @throws StaleRecordException if a record is not at the version that a write or an expectation states
     * @throws StoreException if the store failed; whether anything was kept may then be unknown, and is found out with the key
     */
    void commit(TenantId tenant, Commit commit);

    /**
     * Returns what was kept under a command's key, if it was used.
     *
     * @param key by {@link org.itsmkit.spi.Keys#requireName}
     * @throws IllegalArgumentException if it cannot be a key
     */
    Optional<CommandKey> command(TenantId tenant, String key);

    /**
     * Returns the next number of {@code series}, from 1: greater than every number that this store object gave before, and never given
     * twice, by nobody. Numbers may be left out, and are not given back when a commit fails. Concurrent callers do not wait for each
     * other's transactions.
     *
     * @param series by {@link org.itsmkit.spi.Keys#requireCode}
     */
    long nextNumber(TenantId tenant, String series);

    /**
     * Whether calls of this thread take part in a transaction that the host began and will end. Then nothing can be tried again after a
     * conflict: the transaction goes on seeing what it saw.
     */
    default boolean inHostTransaction() {
        return false;
    }
}
