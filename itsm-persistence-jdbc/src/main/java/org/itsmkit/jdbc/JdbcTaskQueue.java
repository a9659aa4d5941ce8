package org.itsmkit.jdbc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.jdbc.internal.store.TaskTable;
import org.itsmkit.jdbc.internal.task.DatabaseClock;
import org.itsmkit.jdbc.internal.task.RunningScheduler;
import org.itsmkit.jdbc.internal.task.Worklist;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;

/**
 * The tasks that a {@link JdbcStore}'s commits schedule, done by db-scheduler. What is due, the database's clock decides.
 *
 * <p>With one thread, as at first, the tasks of every tenant are done in their order; with more, tasks that are due together may
 * overtake each other. Several processes may work on one table: each task is taken by one of them. A task whose process died comes
 * again after three minutes. Threads exist between {@link #start} and the closing of its answer only. Safe for use by many threads.
 */
public final class JdbcTaskQueue implements TaskQueue {

    private final DataSource dataSource;
    private final RunningScheduler.TableOrder table;
    private final Worklist worklist;
    private final InstantSource clock;
    private final RunningScheduler.Pace pace;
    private final AtomicBoolean running = new AtomicBoolean();

    private JdbcTaskQueue(Builder builder) {
        this.dataSource = builder.requireDataSource();
        Flavour flavour = JdbcStore.flavour(dataSource);
        Tables tables = new Tables(builder.schema, builder.prefix);
        Transactions transactions = new Transactions(dataSource, ConnectionSource.NONE, flavour);
        this.table = new RunningScheduler.TableOrder(tables.task(), flavour.taskOrder());
        this.clock = builder.clock.orElseGet(() -> new DatabaseClock(transactions, flavour));
        this.worklist = new Worklist(transactions, new TaskTable(tables, flavour), clock);
        this.pace = new RunningScheduler.Pace(builder.threads, builder.polling);
    }

    /** Begins to describe a queue. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@inheritDoc} Takes and settles tasks in transactions of its own, whatever the host has open. */
    @Override
    public int runDue(TaskHandler handler) {
        return worklist.runDue(handler);
    }

    @Override
    public Running start(TaskHandler handler) {
        Objects.requireNonNull(handler, "handler");
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("this queue is running already");
        }
        try {
            return new RunningScheduler(dataSource, table, worklist, clock, pace, handler, () -> running.set(false));
        } catch (RuntimeException e) {
            running.set(false);
            throw e;
        }
    }

    @Override
    public List<Task> pending(TenantId tenant) {
        return worklist.pending(tenant);
    }

    /** Describes a queue. For one thread. */
    public static final class Builder {

        private static final int MAX_THREADS = 100;

        private Optional<DataSource> dataSource = Optional.empty();
        private Optional<InstantSource> clock = Optional.empty();
        private String schema = "";
        private String prefix = Tables.DEFAULT_PREFIX;
        private int threads = 1;
        private Duration polling = Duration.ofSeconds(1);

        private Builder() {}

        /** Where connections come from; the same database as the store's. Required. */
        public Builder dataSource(DataSource newDataSource) {
            this.dataSource = Optional.of(newDataSource);
            return this;
        }

        /** The schema of the tables, as in the store. */
        public Builder schema(String newSchema) {
            this.schema = newSchema;
            return this;
        }

        /** What the names of the tables begin with, as in the store. */
        public Builder prefix(String newPrefix) {
            this.prefix = newPrefix;
            return this;
        }

        /** Decides what is due in place of the database's clock: for tests and simulations. */
        public Builder clock(InstantSource newClock) {
            this.clock = Optional.of(newClock);
            return this;
        }

        /** How many tasks are done at once after {@link #start}, 1 to 100; 1 at first, which keeps their order. */
        public Builder threads(int newThreads) {
            if (newThreads < 1 || newThreads > MAX_THREADS) {
                throw new IllegalArgumentException("threads must be 1 to " + MAX_THREADS + ", not " + newThreads);
            }
            this.threads = newThreads;
            return this;
        }

        /** How long to look away when nothing is due, at least 10 ms; a second at first. */
        public Builder pollingInterval(Duration newPolling) {
            if (newPolling.compareTo(Duration.ofMillis(10)) < 0) {
                throw new IllegalArgumentException("the polling interval must be at least 10 ms, not " + newPolling);
            }
            this.polling = newPolling;
            return this;
        }

        private DataSource requireDataSource() {
            return dataSource.orElseThrow(() -> new IllegalStateException("a queue needs a dataSource"));
        }

        /**
         * Looks which database it is.
         *
         * @throws org.itsmkit.spi.store.StoreException if the database cannot be reached
         */
        public JdbcTaskQueue build() {
            return new JdbcTaskQueue(this);
        }
    }
}
