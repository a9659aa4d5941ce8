package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.task.TaskChange;

/**
 * One commit within its transaction: the key; then every record that is written or expected, locked in the order of their
 * references, so that no two commits wait for each other, and compared with the version stated; then rows, journal and tasks. For one
 * thread.
 */
final class CommitRun {

    private final Parts parts;
    private final Commits.Checks checks;
    private final Connection connection;
    private final Statements statements;
    private final TenantId tenant;
    private final boolean ambient;
    private final Map<PreparedWrite, RecordTable.Head> heads = new HashMap<>();
    private final List<RecordRef> guards = new ArrayList<>();

    /** The tables that a commit touches. */
    record Parts(RecordTable records, Indexes indexes, JournalTable journal, CommandTable commands, TaskTable tasks) {

        Parts(Tables tables, Flavour flavour) {
            this(
                    new RecordTable(tables, flavour),
                    new Indexes(tables, flavour),
                    new JournalTable(tables),
                    new CommandTable(tables, flavour),
                    new TaskTable(tables, flavour));
        }
    }

    CommitRun(
            Parts parts,
            Commits.Checks checks,
            Connection connection,
            Statements statements,
            TenantId tenant,
            boolean ambient) {
        this.parts = parts;
        this.checks = checks;
        this.connection = connection;
        this.statements = statements;
        this.tenant = tenant;
        this.ambient = ambient;
    }

    /** Keeps {@code commit}, whose writes are prepared, or throws. */
    void keep(Commit commit, List<PreparedWrite> writes) throws SQLException {
        if (commit.key().isPresent()) {
            use(commit.key().get());
        }
        Map<RecordRef, Object> touched = new TreeMap<>();
        writes.forEach(write -> touched.put(write.ref(), write));
        if (checks.expectations()) {
            commit.expectations().forEach(expectation -> touched.put(expectation.record(), expectation));
        }
        // A single record needs no lock in front: its update waits for others, and looks at the version again. But
        // within the
        // host's transaction, that would be too late on H2: an update that comes second ends the whole transaction
        // there.
        boolean alone = touched.size() == 1 && checks.versions() && !ambient;
        for (Object each : touched.values()) {
            if (each instanceof PreparedWrite write) {
                heads.put(write, begin(write, alone));
            } else {
                require((Expectation) each);
            }
        }
        List<JournalTable.Row> entries = new ArrayList<>();
        for (PreparedWrite write : writes) {
            entries.addAll(finish(write, heads.getOrDefault(write, RecordTable.Head.START)));
        }
        append(entries);
        for (TaskChange change : commit.tasks()) {
            parts.tasks().apply(statements, tenant, change);
        }
        for (RecordRef guard : guards) {
            parts.records().removeGuard(statements, tenant, guard);
        }
    }

    private void use(CommandKey key) throws SQLException {
        if (!parts.commands().insert(statements, tenant, key)) {
            throw parts.commands()
                    .find(connection, tenant, key.key())
                    .<RuntimeException>map(DuplicateCommandException::new)
                    .orElseGet(() -> new ConflictException("the key was used after this transaction's snapshot"));
        }
    }

    /** Reads the record of a write, and locks it unless it is alone; or inserts a new one. */
    private RecordTable.Head begin(PreparedWrite write, boolean alone) throws SQLException {
        long expected = write.expectedVersion();
        if (expected == 0) {
            List<JournalTable.Row> rows = write.journal(tenant, RecordTable.Head.START);
            if (!parts.records().insert(statements, tenant, write.ref(), write.row(rows))) {
                throw stale(write.ref(), 0, lock(write.ref(), true));
            }
            return RecordTable.Head.START;
        }
        Optional<RecordTable.Head> head =
                alone ? parts.records().read(statements, tenant, write.ref()) : lock(write.ref(), false);
        if (head.isEmpty() || (checks.versions() && !isAt(head.get(), expected))) {
            throw stale(write.ref(), expected, head);
        }
        return head.get();
    }

    private void require(Expectation expectation) throws SQLException {
        RecordRef ref = expectation.record();
        boolean wantedAbsent = expectation.version() == 0;
        if (wantedAbsent && parts.records().guardAbsence(statements, tenant, ref)) {
            guards.add(ref);
            return;
        }
        Optional<RecordTable.Head> head = lock(ref, true);
        // A row that stands in the way of the guard but cannot be seen came after this transaction's snapshot.
        boolean holds =
                head.isPresent() && (wantedAbsent ? head.get().deleted() : isAt(head.get(), expectation.version()));
        if (!holds) {
            throw stale(ref, expectation.version(), head);
        }
    }

    private Optional<RecordTable.Head> lock(RecordRef ref, boolean shared) throws SQLException {
        return parts.records().lock(statements, tenant, ref, shared);
    }

    private static boolean isAt(RecordTable.Head head, long version) {
        return !head.deleted() && head.version() == version;
    }

    private static StaleRecordException stale(RecordRef ref, long expected, Optional<RecordTable.Head> head) {
        // The version of a deleted record cannot be told, nor that of a row that stands in the way and cannot be seen.
        long missing = expected == 0 ? -1 : 0;
        long actual = head.map(found -> found.deleted() ? -1 : found.version()).orElse(missing);
        return new StaleRecordException(ref, expected, actual);
    }

    /** Writes what becomes of the record; returns what happened to it. */
    private List<JournalTable.Row> finish(PreparedWrite write, RecordTable.Head head) throws SQLException {
        List<JournalTable.Row> rows = write.journal(tenant, head);
        if (write.expectedVersion() > 0) {
            long version = checks.versions() ? head.version() : -1;
            if (!parts.records().update(statements, tenant, write.ref(), version, write.row(rows))) {
                throw new StaleRecordException(write.ref(), write.expectedVersion(), -1);
            }
        }
        parts.indexes().replace(statements, tenant, write.ref(), head.marks(), write.marks(), write.indexed());
        return rows;
    }

    private void append(List<JournalTable.Row> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        PreparedStatement insert = parts.journal().insert(statements);
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
