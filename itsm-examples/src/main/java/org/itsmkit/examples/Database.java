package org.itsmkit.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.itsmkit.jdbc.Installer;
import org.itsmkit.jdbc.JdbcStore;
import org.itsmkit.jdbc.JdbcTaskQueue;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.store.ChainVerifier;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.task.TaskQueue;

/** Where the examples keep their records: the store, its operator and its tasks, of one make. */
public final class Database implements AutoCloseable {

    /** Stands in place of a URL for the kit's own store in memory. */
    public static final String MEMORY = "memory";

    private final RecordStore store;
    private final Operator operator;
    private final TaskQueue tasks;
    private final Optional<ChainVerifier> chains;
    private final Runnable close;

    private Database(
            RecordStore store, Operator operator, TaskQueue tasks, Optional<ChainVerifier> chains, Runnable close) {
        this.store = store;
        this.operator = operator;
        this.tasks = tasks;
        this.chains = chains;
        this.close = close;
    }

    /** The kit's own store in memory, whose tasks fall due by {@code clock}. */
    public static Database inMemory(InstantSource clock) {
        InMemoryStore store = new InMemoryStore(clock);
        return new Database(store, store, store.tasks(), Optional.empty(), () -> {});
    }

    /** Tables in {@code dataSource}, which must be there; tasks fall due by {@code clock}. Does not close the data source. */
    public static Database over(DataSource dataSource, InstantSource clock) {
        JdbcStore store = JdbcStore.builder().dataSource(dataSource).build();
        TaskQueue tasks =
                JdbcTaskQueue.builder().dataSource(dataSource).clock(clock).build();
        return new Database(store, store, tasks, Optional.of(store), () -> {});
    }

    /**
     * The database behind a JDBC URL, or {@link #MEMORY}.
     *
     * @param user empty if the URL says it
     * @param password empty if the URL says it, or there is none
     * @param connections how many threads use it at once
     * @param install whether to create the tables that are missing
     */
    static Database open(
            String url, String user, String password, int connections, boolean install, InstantSource clock) {
        if (url.equals(MEMORY)) {
            return inMemory(clock);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(tuned(url));
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        // One more for each: numbers are drawn in transactions of their own.
        config.setMaximumPoolSize(2 * connections + 1);
        config.setInitializationFailTimeout(10_000);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            if (install) {
                Installer.install(pool);
            }
            Database database = over(pool, clock);
            return new Database(database.store, database.operator, database.tasks, database.chains, pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** H2 remembers eight statements of a connection unless told otherwise, which is fewer than one commit has. */
    private static String tuned(String url) {
        boolean isPlainH2 =
                url.startsWith("jdbc:h2:") && !url.toUpperCase(Locale.ROOT).contains("QUERY_CACHE_SIZE");
        return isPlainH2 ? url + ";QUERY_CACHE_SIZE=64" : url;
    }

    /** Keeps records. */
    public RecordStore store() {
        return store;
    }

    /** Looks across tenants. */
    public Operator operator() {
        return operator;
    }

    /** Keeps due work. */
    public TaskQueue tasks() {
        return tasks;
    }

    /** Checks the journals' hash chains; empty where there are none. */
    public Optional<ChainVerifier> chains() {
        return chains;
    }

    @Override
    public void close() {
        close.run();
    }
}
