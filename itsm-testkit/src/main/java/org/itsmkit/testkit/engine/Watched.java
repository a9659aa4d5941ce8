package org.itsmkit.testkit.engine;

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
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/**
 * A store that does as another does, and remembers each commit that was kept.
 *
 * @param commits where it puts them
 */
record Watched(RecordStore inner, List<Commit> commits) implements RecordStore {

    @Override
    public void commit(TenantId tenant, Commit commit) {
        inner.commit(tenant, commit);
        commits.add(commit);
    }

    @Override
    public boolean inHostTransaction() {
        return inner.inHostTransaction();
    }

    @Override
    public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        return inner.find(tenant, kind, id);
    }

    @Override
    public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        return inner.query(tenant, kind, query);
    }

    @Override
    public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
        return inner.count(tenant, kind, condition);
    }

    @Override
    public <R> Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
        return inner.countBy(tenant, kind, condition, field);
    }

    @Override
    public <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        return inner.journal(tenant, kind, id, afterSequence, limit);
    }

    @Override
    public Optional<CommandKey> command(TenantId tenant, String key) {
        return inner.command(tenant, key);
    }

    @Override
    public long nextNumber(TenantId tenant, String series) {
        return inner.nextNumber(tenant, series);
    }
}
