package org.itsmkit.jdbc.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Write;

/** Keeps commits, each in a {@link CommitRun}. Immutable; safe for use by many threads. */
public final class Commits {

    private final Transactions transactions;
    private final Plans plans;
    private final CommitRun.Parts parts;
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
        this.parts = new CommitRun.Parts(tables, flavour);
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
                    new CommitRun(parts, checks, connection, statements, tenant, ambient).keep(commit, writes);
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
        Keys.requireName(key, "command key");
        return transactions.read(connection -> parts.commands().find(connection, tenant, key));
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
            return new StoreException("somebody else was quicker with the same task or key; nothing was kept", cause);
        }
        stale.get().initCause(cause);
        return stale.get();
    }
}
