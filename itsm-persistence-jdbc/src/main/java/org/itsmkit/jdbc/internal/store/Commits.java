package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.TaskChange;

/**
 * Keeps commits. The order of a transaction: the key; then every record that is written or expected, locked in the order of their
 * references, so that no two commits wait for each other, and compared with the version stated; then rows, journal and tasks.
 * Immutable; safe for use by many threads.
 */
public final class Commits {

    private final Transactions transactions;
    private final Plans plans;
    private final RecordTable records;
    private final Indexes indexes;
    private final JournalTable journal;
    private final CommandTable commands;
    private final TaskTable tasks;
    private final Checks checks;

    /**
     * What is checked.
     *
     * @param versions whether a record must be at the version that its write states
     * @param expectations whether expectations are looked at
     */
    public record Checks(boolean versions, boolean expectations) {

        /** Everything: anything less is for tests, to show that they notice. */
        public static final Checks ALL = new Checks(true, true);
    }

    public Commits(Transactions transactions, Plans plans, Tables tables, Flavour flavour, Checks checks) {
        this.transactions = transactions;
        this.plans = plans;
        this.records = new RecordTable(tables, flavour);
        this.indexes = new Indexes(tables, flavour);
        this.journal = new JournalTable(tables);
        this.commands = new CommandTable(tables, flavour);
        this.tasks = new TaskTable(tables, flavour);
        this.checks = checks;
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#commit}. */
    public void commit(TenantId tenant, Commit commit) {
        List<PreparedWrite> writes = new ArrayList<>(commit.writes().size());
        for (Write<?> write : commit.writes()) {
            writes.add(prepare(write));
        }
        boolean ambient = transactions.isAmbient();
        try {
            transactions.write(connection -> {
                try (Statements statements = new Statements(connection)) {
                    keep(connection, statements, tenant, commit, writes);
                }
                return tenant;
            });
        } catch (ConflictException e) {
            // Somebody may just have used the key; within the host's transaction, that cannot be seen yet.
            if (commit.key().isPresent() && !ambient) {
                command(tenant, commit.key().get().key()).ifPresent(first -> {
                    throw new DuplicateCommandException(first);
                });
            }
            throw conflict(commit, e);
        }
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#command}. */
    public Optional<CommandKey> command(TenantId tenant, String key) {
        return transactions.read(connection -> commands.find(connection, tenant, key));
    }

    private <R> PreparedWrite prepare(Write<R> write) {
        return PreparedWrite.of(write, plans.of(write.kind()));
    }

    private static RuntimeException conflict(Commit commit, ConflictException cause) {
        Optional<StaleRecordException> stale = commit.writes().stream()
                .map(write -> new StaleRecordException(write.ref(), write.expectedVersion(), -1))
                .findFirst()
                .or(() -> commit.expectations().stream()
                        .map(expected -> new StaleRecordException(expected.record(), expected.version(), -1))
                        .findFirst());
        if (stale.isEmpty()) {
            return new StoreException("somebody else used the same task or key; nothing was kept", cause);
        }
        stale.get().initCause(cause);
        return stale.get();
    }

    private void keep(
            Connection connection, Statements statements, TenantId tenant, Commit commit, List<PreparedWrite> writes)
            throws SQLException {
        if (commit.key().isPresent()) {
            use(connection, statements, tenant, commit.key().get());
        }
        Map<RecordRef, Object> touched = new TreeMap<>();
        writes.forEach(write -> touched.put(write.ref(), write));
        if (checks.expectations()) {
            commit.expectations().forEach(expectation -> touched.put(expectation.record(), expectation));
        }
        Map<PreparedWrite, RecordTable.Head> heads = new LinkedHashMap<>();
        List<JournalTable.Row> entries = new ArrayList<>();
        List<RecordRef> guards = new ArrayList<>();
        for (Object each : touched.values()) {
            if (each instanceof PreparedWrite write) {
                heads.put(write, begin(statements, tenant, write, entries));
            } else {
                require(statements, tenant, (Expectation) each, guards);
            }
        }
        for (Map.Entry<PreparedWrite, RecordTable.Head> write : heads.entrySet()) {
            finish(statements, tenant, write.getKey(), write.getValue(), entries);
        }
        append(statements, entries);
        for (TaskChange change : commit.tasks()) {
            tasks.apply(statements, tenant, change);
        }
        for (RecordRef guard : guards) {
            records.removeGuard(statements, tenant, guard);
        }
    }

    private void use(Connection connection, Statements statements, TenantId tenant, CommandKey key)
            throws SQLException {
        if (!commands.insert(statements, tenant, key)) {
            throw commands.find(connection, tenant, key.key())
                    .<RuntimeException>map(DuplicateCommandException::new)
                    .orElseGet(() -> new StoreException("the key was used by a transaction that this one cannot see"));
        }
    }

    /** Locks the record of a write, or inserts a new one. */
    private RecordTable.Head begin(
            Statements statements, TenantId tenant, PreparedWrite write, List<JournalTable.Row> entries)
            throws SQLException {
        long expected = write.expectedVersion();
        if (expected == 0) {
            List<JournalTable.Row> rows = write.journal(tenant, RecordTable.Head.START);
            if (!records.insert(statements, tenant, write.ref(), write.row(rows))) {
                throw stale(write.ref(), 0, records.lock(statements, tenant, write.ref(), true));
            }
            entries.addAll(rows);
            return RecordTable.Head.START;
        }
        Optional<RecordTable.Head> head = records.lock(statements, tenant, write.ref(), false);
        if (head.isEmpty()
                || checks.versions()
                        && (head.get().version() != expected || head.get().deleted())) {
            throw stale(write.ref(), expected, head);
        }
        return head.get();
    }

    private void require(Statements statements, TenantId tenant, Expectation expectation, List<RecordRef> guards)
            throws SQLException {
        RecordRef ref = expectation.record();
        boolean wantedAbsent = expectation.version() == 0;
        if (wantedAbsent && records.guardAbsence(statements, tenant, ref)) {
            guards.add(ref);
            return;
        }
        Optional<RecordTable.Head> head = records.lock(statements, tenant, ref, true);
        // A row that stands in the way of the guard but cannot be seen came after this transaction's snapshot.
        boolean holds = head.isPresent()
                && (wantedAbsent
                        ? head.get().deleted()
                        : !head.get().deleted() && head.get().version() == expectation.version());
        if (!holds) {
            throw stale(ref, expectation.version(), head);
        }
    }

    private static StaleRecordException stale(RecordRef ref, long expected, Optional<RecordTable.Head> head) {
        // The version of a deleted record cannot be told, nor that of a row that stands in the way and cannot be seen.
        long missing = expected == 0 ? -1 : 0;
        long actual = head.map(found -> found.deleted() ? -1 : found.version()).orElse(missing);
        return new StaleRecordException(ref, expected, actual);
    }

    private void finish(
            Statements statements,
            TenantId tenant,
            PreparedWrite write,
            RecordTable.Head head,
            List<JournalTable.Row> entries)
            throws SQLException {
        if (write.expectedVersion() > 0) {
            List<JournalTable.Row> rows = write.journal(tenant, head);
            long version = checks.versions() ? head.version() : -1;
            if (!records.update(statements, tenant, write.ref(), version, write.row(rows))) {
                throw new StaleRecordException(write.ref(), write.expectedVersion(), -1);
            }
            entries.addAll(rows);
        }
        indexes.replace(statements, tenant, write.ref(), head.marks(), write.marks(), write.indexed());
    }

    private void append(Statements statements, List<JournalTable.Row> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        PreparedStatement insert = journal.insert(statements);
        if (entries.size() == 1) {
            JournalTable.bind(insert, entries.get(0));
            insert.executeUpdate();
            return;
        }
        for (JournalTable.Row entry : entries) {
            JournalTable.bind(insert, entry);
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
