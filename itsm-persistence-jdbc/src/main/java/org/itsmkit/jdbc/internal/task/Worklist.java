package org.itsmkit.jdbc.internal.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.jdbc.internal.store.TaskTable;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes due tasks from the table and settles how they went. Immutable; safe for use by many threads. */
public final class Worklist {

    /** Who took a task and does not stir for so long is taken for dead. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(Worklist.class);
    private static final int MAX_PENDING = 1_000;
    private static final int MAX_ATTEMPTS = 10;

    private final Transactions transactions;
    private final TaskTable table;
    private final InstantSource clock;

    public Worklist(Transactions transactions, TaskTable table, InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    /** As {@link org.itsmkit.spi.task.TaskQueue#pending}. */
    public List<Task> pending(TenantId tenant) {
        List<TaskTable.Row> rows = transactions.read(connection -> table.pending(connection, tenant, MAX_PENDING));
        return rows.stream()
                .map(TaskTable.Row::task)
                .sorted(Comparator.comparing(Task::due).thenComparing(Task::key, Texts::compareByCodePoint))
                .toList();
    }

    /** As {@link org.itsmkit.spi.task.TaskQueue#runDue}. */
    public int runDue(TaskHandler handler) {
        int done = 0;
        Set<String> failed = new HashSet<>();
        Optional<TaskTable.Row> next = next(failed);
        while (next.isPresent()) {
            TaskTable.Row row = next.get();
            if (claim(row)) {
                if (attempt(handler, row)) {
                    done++;
                } else {
                    failed.add(row.instance());
                }
            }
            next = next(failed);
        }
        return done;
    }

    private Optional<TaskTable.Row> next(Set<String> failed) {
        Instant now = clock.instant();
        List<TaskTable.Row> due = transactions.readApart(
                connection -> table.due(connection, now, now.minus(DEAD_AFTER), failed.size() + 1));
        return due.stream().filter(row -> !failed.contains(row.instance())).findFirst();
    }

    private boolean claim(TaskTable.Row row) {
        try {
            return transactions.apart(connection -> table.claim(connection, row, "runDue", clock.instant()));
        } catch (ConflictException e) {
            LOG.debug("somebody else was quicker to take {}", row.instance(), e);
            return false;
        }
    }

    private boolean attempt(TaskHandler handler, TaskTable.Row row) {
        long claimed = row.version() + 1;
        try {
            handler.handle(row.tenant(), row.task());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("task {} failed and comes again later", row.instance(), e);
            failed(row.instance(), claimed, row.failures() + 1);
            return false;
        }
        done(row.instance(), claimed);
        return true;
    }

    /** Strikes out a task that is done, unless it was scheduled anew meanwhile. */
    void done(String instance, long version) {
        settle(() -> transactions.apart(connection -> {
            table.done(connection, instance, version);
            return instance;
        }));
    }

    /** Puts off a task that failed, unless it was scheduled anew meanwhile. */
    void failed(String instance, long version, int failures) {
        Instant now = clock.instant();
        Instant next = now.plus(Backoff.after(failures));
        settle(() -> transactions.apart(connection -> {
            table.failed(connection, instance, version, failures, now, next);
            return instance;
        }));
    }

    private static void settle(Runnable settlement) {
        for (int attempt = 1; ; attempt++) {
            try {
                settlement.run();
                return;
            } catch (ConflictException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new StoreException("a task could not be settled; it comes again later", e);
                }
            }
        }
    }
}
