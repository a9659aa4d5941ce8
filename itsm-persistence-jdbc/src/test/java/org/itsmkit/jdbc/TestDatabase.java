package org.itsmkit.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.StoreFixture;

/** A database for tests: an H2 of its own, or a schema of its own in the one PostgreSQL of this JVM. */
final class TestDatabase {

    /** The level of both databases when nobody says another. */
    static final String DEFAULT_ISOLATION = "TRANSACTION_READ_COMMITTED";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final HikariDataSource pool;
    private final JdbcTap tap;
    private final String schema;

    private TestDatabase(HikariConfig config, String schema) {
        this.pool = new HikariDataSource(config);
        this.tap = new JdbcTap(pool);
        this.schema = schema;
        Installer.install(pool, schema, "itsm_");
    }

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        // The machine does not fail in these tests; what has to survive that is not told by them.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In memory, gone with this object. */
    static TestDatabase h2() {
        return h2(DEFAULT_ISOLATION);
    }

    /** In memory, gone with this object; with a level of isolation by the name of its constant. */
    static TestDatabase h2(String isolation) {
        return new TestDatabase(config("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", isolation), "");
    }

    /** In a file. */
    static TestDatabase h2(Path file) {
        return new TestDatabase(config("jdbc:h2:file:" + file.toAbsolutePath(), DEFAULT_ISOLATION), "");
    }

    /** A new schema; with a level of isolation by the name of its constant. */
    static TestDatabase postgres(String isolation) {
        String url = Postgres.SERVER.getJdbcUrl("postgres", "postgres");
        return new TestDatabase(config(url, isolation), "itsm" + SCHEMAS.incrementAndGet());
    }

    private static HikariConfig config(String url, String isolation) {
        HikariConfig config = new HikariConfig();
        config.setTransactionIsolation(isolation);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        return config;
    }

    /** Where connections come from, watched. */
    DataSource dataSource() {
        return tap.dataSource();
    }

    /** Where connections come from, at full speed. */
    DataSource plain() {
        return pool;
    }

    /** What watches the connections. */
    JdbcTap tap() {
        return tap;
    }

    String schema() {
        return schema;
    }

    /** The full name of a table. */
    String table(String name) {
        return (schema.isEmpty() ? "" : schema + ".") + "itsm_" + name;
    }

    JdbcStore.Builder storeBuilder() {
        return JdbcStore.builder().dataSource(dataSource()).schema(schema);
    }

    JdbcStore store() {
        return storeBuilder().build();
    }

    JdbcTaskQueue queue(SettableClock clock) {
        return JdbcTaskQueue.builder()
                .dataSource(dataSource())
                .schema(schema)
                .clock(clock)
                .pollingInterval(java.time.Duration.ofMillis(20))
                .build();
    }

    /** What the contracts of the testkit ask for. */
    StoreFixture fixture() {
        SettableClock clock = new SettableClock();
        return StoreFixture.of(store(), queue(clock), clock).closing(this::assertNothingIsOpen);
    }

    void assertNothingIsOpen() {
        if (tap.open() != 0) {
            throw new AssertionError(tap.open() + " connections, statements or results are still open");
        }
    }

    /** Executes {@code sql} as somebody would who is not the store. */
    int execute(String sql) {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row. */
    Object value(String sql) {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void close() {
        pool.close();
    }
}
