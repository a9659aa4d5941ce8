package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.itsmkit.spi.store.StoreException;

/**
 * Creates the store's tables, for those who do not want to run the script themselves. Does nothing but what {@link SchemaScript} says,
 * and that only when it is called. May be called again, and by many processes at once.
 */
public final class Installer {

    /** Any number, the same for all: the key of the lock in PostgreSQL. */
    private static final long LOCK = 0x6974_736D_6B69_7401L;

    private static final int MAX_ATTEMPTS = 10;

    private Installer() {}

    /** Creates what is missing, in the connection's own schema, with the usual prefix. */
    public static void install(DataSource dataSource) {
        install(dataSource, "", org.itsmkit.jdbc.internal.sql.Tables.DEFAULT_PREFIX);
    }

    /**
     * Creates what is missing.
     *
     * @param schema a plain name; created if it is not there; empty for the connection's own
     * @param prefix what the names of the tables begin with
     * @throws StoreException if the database refuses; then, on PostgreSQL, nothing was created
     */
    public static void install(DataSource dataSource, String schema, String prefix) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            String script = SchemaScript.of(dialect, schema, prefix);
            if (dialect == Dialect.H2) {
                // In H2, two sessions that create one index if it is missing may both find it missing, and one then
                // fails.
                synchronized (Installer.class) {
                    install(connection, dialect, script);
                }
            } else {
                install(connection, dialect, script);
            }
        } catch (SQLException e) {
            throw new StoreException("the tables could not be created: " + e.getMessage(), e);
        }
    }

    private static void install(Connection connection, Dialect dialect, String script) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            lock(connection, dialect);
            for (String statement : script.split(";\\s*(\\n|$)")) {
                if (!statement.isBlank()) {
                    run(connection, dialect, statement);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** PostgreSQL has locks for what has no row; they end with the transaction. */
    private static void lock(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                statement.setLong(1, LOCK);
                statement.execute();
            }
        }
    }

    /**
     * Runs a statement. Where the database has no lock for this, two processes may meet in one statement: then one fails, and finds
     * when it tries again that what it wanted is there.
     */
    private static void run(Connection connection, Dialect dialect, String sql) throws SQLException {
        int attempts = dialect == Dialect.POSTGRESQL ? 1 : MAX_ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (attempt >= attempts) {
                    throw e;
                }
            }
        }
    }
}
