package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.jdbc.internal.store.Chains;
import org.itsmkit.jdbc.internal.store.Commits;
import org.itsmkit.jdbc.internal.store.Custody;
import org.itsmkit.jdbc.internal.store.Exports;
import org.itsmkit.jdbc.internal.store.Feed;
import org.itsmkit.jdbc.internal.store.Imports;
import org.itsmkit.jdbc.internal.store.Numbers;
import org.itsmkit.jdbc.internal.store.Plans;
import org.itsmkit.jdbc.internal.store.Queries;
import org.itsmkit.jdbc.internal.store.Records;
import org.itsmkit.jdbc.internal.store.Removals;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.ChainVerifier;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.TenantArchive;
import org.itsmkit.spi.task.Task;

/**
 * Keeps records in H2 or PostgreSQL. Its tables must be there: see {@link SchemaScript} and {@link Installer}; it never runs DDL.
 *
 * <p>Works in transactions of its own, or joins those of its host; see {@link Builder#connections}. Numbers and positions of the feed
 * are always given in short transactions of its own, so that nobody waits for the host: a pool must be larger than the number of host
 * transactions that run at once, or they wait for each other until the pool gives up. Whatever the isolation level, no update is lost: every write names the version it changes. Holds no threads
 * and no connections between calls. Safe for use by many threads.
 */
public final class JdbcStore implements RecordStore, Operator, ChainVerifier, Custodian, TenantArchive {

    private final Records records;
    private final Queries queries;
    private final Commits commits;
    private final Numbers numbers;
    private final Feed feed;
    private final Chains chains;
    private final Custody custody;
    private final Exports exports;
    private final Imports imports;
    private final Removals removals;
    private final Transactions transactions;

    private JdbcStore(Builder builder) {
        DataSource dataSource = builder.requireDataSource();
        Flavour flavour = flavour(dataSource);
        Tables tables = new Tables(builder.schema, builder.prefix);
        Transactions sound = new Transactions(dataSource, builder.connections, flavour);
        this.transactions = builder.atomic ? sound : sound.withoutAtomicity();
        Plans plans = new Plans();
        this.records = new Records(transactions, plans, tables);
        this.queries = new Queries(transactions, plans, tables, flavour);
        this.commits = new Commits(transactions, plans, tables, flavour, builder.checks);
        this.numbers = new Numbers(transactions, tables, flavour, builder.numberBlock);
        this.feed = new Feed(transactions, plans, tables, flavour);
        this.chains = new Chains(transactions, tables, flavour);
        this.custody = new Custody(transactions, plans, tables, flavour);
        this.exports = new Exports(transactions, plans, tables, flavour);
        this.imports = new Imports(transactions, plans, tables, flavour);
        this.removals = new Removals(transactions, tables);
    }

    static Flavour flavour(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return Flavour.of(connection);
        } catch (SQLException e) {
            throw new StoreException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Begins to describe a store. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        return records.find(tenant, kind, id);
    }

    @Override
    public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        return queries.query(tenant, kind, query);
    }

    @Override
    public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
        return queries.count(tenant, kind, condition);
    }

    @Override
    public <R> Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
        return queries.countBy(tenant, kind, condition, field);
    }

    @Override
    public <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        return records.journal(tenant, kind, id, afterSequence, limit);
    }

    @Override
    public void commit(TenantId tenant, Commit commit) {
        commits.commit(tenant, commit);
    }

    @Override
    public Optional<CommandKey> command(TenantId tenant, String key) {
        return commits.command(tenant, key);
    }

    @Override
    public long nextNumber(TenantId tenant, String series) {
        return numbers.next(tenant, series);
    }

    @Override
    public boolean inHostTransaction() {
        return transactions.isAmbient();
    }

    @Override
    public List<TenantId> tenants() {
        return feed.tenants();
    }

    @Override
    public List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
        return feed.read(kinds, afterPosition, limit);
    }

    @Override
    public Optional<Kept> kept(TenantId tenant, RecordKind<?> kind, RecordId id) {
        return custody.kept(tenant, kind, id);
    }

    @Override
    public List<Kept> kept(TenantId tenant, RecordKind<?> kind, Optional<RecordId> after, int limit) {
        return custody.kept(tenant, kind, after, limit);
    }

    @Override
    public <R> void erase(TenantId tenant, Redacted<R> redacted, Act act, Predicate<Task> forgotten) {
        custody.erase(tenant, redacted, act, forgotten);
    }

    @Override
    public void purge(
            TenantId tenant,
            RecordKind<?> kind,
            RecordId id,
            long expectedVersion,
            Act act,
            Predicate<Task> forgotten) {
        custody.purge(tenant, kind, id, expectedVersion, act, forgotten);
    }

    @Override
    public void hold(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act) {
        custody.hold(tenant, kind, id, expectedVersion, act, true);
    }

    @Override
    public void release(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act) {
        custody.hold(tenant, kind, id, expectedVersion, act, false);
    }

    /** {@inheritDoc} Each record is locked while it is handed out, and a connection is held. */
    @Override
    public void export(TenantId tenant, Collection<? extends RecordKind<?>> kinds, Consumer<? super ArchiveItem> sink) {
        exports.export(tenant, kinds, sink);
    }

    @Override
    public void restore(
            TenantId tenant, Collection<? extends RecordKind<?>> kinds, Iterator<? extends ArchiveItem> items) {
        imports.restore(tenant, kinds, items);
        numbers.forget(tenant);
    }

    @Override
    public long remove(TenantId tenant, boolean despiteHolds) {
        long records = removals.remove(tenant, despiteHolds);
        numbers.forget(tenant);
        return records;
    }

    /** {@inheritDoc} Reads a batch of records at a time; a record that is written meanwhile is looked at again under a lock. */
    @Override
    public Verdict verifyChains(Collection<? extends RecordKind<?>> kinds, LongConsumer progress) {
        return chains.verify(kinds, progress);
    }

    /** Describes a store. For one thread. */
    public static final class Builder {

        private static final int MAX_NUMBER_BLOCK = 10_000;

        private Optional<DataSource> dataSource = Optional.empty();
        private ConnectionSource connections = ConnectionSource.NONE;
        private String schema = "";
        private String prefix = Tables.DEFAULT_PREFIX;
        private int numberBlock = 50;
        private boolean atomic = true;
        private Commits.Checks checks = Commits.Checks.ALL;

        private Builder() {}

        /** Where connections come from, and which database it is. Required. */
        public Builder dataSource(DataSource newDataSource) {
            this.dataSource = Optional.of(newDataSource);
            return this;
        }

        /** How the host's transaction is found, for commits and reads to join it. Without it, no transaction is joined. */
        public Builder connections(ConnectionSource newConnections) {
            this.connections = Objects.requireNonNull(newConnections, "connections");
            return this;
        }

        /** The schema of the tables, a plain name; empty, as it is at first, for the connection's own. */
        public Builder schema(String newSchema) {
            this.schema = newSchema;
            return this;
        }

        /** What the names of the tables begin with; {@code itsm_} at first. */
        public Builder prefix(String newPrefix) {
            this.prefix = newPrefix;
            return this;
        }

        /** How many numbers of a series are taken at a time, 1 to 10,000; 50 at first. Some are left out when a process ends. */
        public Builder numberBlock(int size) {
            if (size < 1 || size > MAX_NUMBER_BLOCK) {
                throw new IllegalArgumentException("a block has 1 to " + MAX_NUMBER_BLOCK + " numbers, not " + size);
            }
            this.numberBlock = size;
            return this;
        }

        /** Leaves checks out, so that tests can show that they notice. */
        Builder checks(Commits.Checks newChecks) {
            this.checks = newChecks;
            return this;
        }

        /** Does without transactions, so that tests can show that they notice. */
        Builder withoutAtomicity() {
            this.atomic = false;
            return this;
        }

        private DataSource requireDataSource() {
            return dataSource.orElseThrow(() -> new IllegalStateException("a store needs a dataSource"));
        }

        /**
         * Looks which database it is.
         *
         * @throws StoreException if the database cannot be reached
         * @throws IllegalArgumentException if it is none that the store runs on, or a name is not plain
         */
        public JdbcStore build() {
            return new JdbcStore(this);
        }
    }
}
