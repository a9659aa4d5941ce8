package org.itsmkit.testkit.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.memory.InMemoryStore;
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
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/** A good store, of which a planted bug overrides something. */
class Flawed implements RecordStore, Operator {

    final InMemoryStore good;

    Flawed(InMemoryStore good) {
        this.good = good;
    }

    @Override
    public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        return good.find(tenant, kind, id);
    }

    @Override
    public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        return good.query(tenant, kind, query);
    }

    @Override
    public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
        return good.count(tenant, kind, condition);
    }

    @Override
    public <R> Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
        return good.countBy(tenant, kind, condition, field);
    }

    @Override
    public <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        return good.journal(tenant, kind, id, afterSequence, limit);
    }

    @Override
    public void commit(TenantId tenant, Commit commit) {
        good.commit(tenant, commit);
    }

    @Override
    public Optional<CommandKey> command(TenantId tenant, String key) {
        return good.command(tenant, key);
    }

    @Override
    public long nextNumber(TenantId tenant, String series) {
        return good.nextNumber(tenant, series);
    }

    @Override
    public List<TenantId> tenants() {
        return good.tenants();
    }

    @Override
    public List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
        return good.feed(kinds, afterPosition, limit);
    }
}
