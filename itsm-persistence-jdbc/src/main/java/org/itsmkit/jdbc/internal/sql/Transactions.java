package org.itsmkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import javax.sql.DataSource;
import org.itsmkit.jdbc.ConnectionSource;
import org.itsmkit.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in the host's transaction, if it has one open, behind a savepoint; else in a transaction of its own. Leaves connections
 * as it found them. Safe for use by many threads.
 *
 * <p>Every {@link SQLException} becomes a {@link ConflictException}, if the database says that somebody else was quicker, or a {@link
 * StoreException}.
 */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final DataSource dataSource;
    private final ConnectionSource host;
    private final Flavour flavour;
    private final boolean atomic;

    public Transactions(DataSource dataSource, ConnectionSource host, Flavour flavour) {
        this(dataSource, host, flavour, true);
    }

    /**
     * With a switch for tests.
     *
     * @param atomic whether there are transactions at all; false only to show that tests notice
     */
    Transactions(DataSource dataSource, ConnectionSource host, Flavour flavour, boolean atomic) {
        this.dataSource = dataSource;
        this.host = host;
        this.flavour = flavour;
        this.atomic = atomic;
    }

    /** Returns these without any transaction: only for tests, to show that they notice. */
    public Transactions withoutAtomicity() {
        return new Transactions(dataSource, host, flavour, false);
    }

    /** Whether the host has a transaction open in this thread. */
    public boolean isAmbient() {
        return host.current().isPresent();
    }

    /** Does {@code work} as a whole or not at all, in the host's transaction or one of its own. */
    public <T> T write(Work<T> work) {
        Optional<Connection> ambient = host.current();
        return ambient.isPresent() ? behindSavepoint(ambient.get(), work) : apart(work);
    }

    /** Does {@code work}, which only reads, in the host's transaction or without one. */
    public <T> T read(Work<T> work) {
        Optional<Connection> ambient = host.current();
        if (ambient.isPresent()) {
            try {
                return work.with(ambient.get());
            } catch (SQLException e) {
                throw failed(e);
            }
        }
        return readApart(work);
    }

    /** Does {@code work}, which only reads, outside of the host's transaction. */
    public <T> T readApart(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            if (connection.getAutoCommit()) {
                return work.with(connection);
            }
            try {
                return work.with(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Does {@code work} as a whole or not at all, in a transaction of its own, whatever the host has open. */
    public <T> T apart(Work<T> work) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw failed(e);
        }
        boolean kept = false;
        try {
            T result = inTransaction(connection, work);
            kept = true;
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            close(connection, kept);
        }
    }

    private <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        boolean readOnly = flavour.obeysReadOnly() && connection.isReadOnly();
        boolean autoCommit = connection.getAutoCommit();
        boolean ended = false;
        try {
            if (readOnly) {
                connection.setReadOnly(false);
            }
            if (autoCommit && atomic) {
                connection.setAutoCommit(false);
            }
            T result = work.with(connection);
            if (atomic || !autoCommit) {
                connection.commit();
            }
            ended = true;
            return result;
        } finally {
            if (!ended) {
                ended = rolledBack(connection);
            }
            // Turning autocommit on would commit what could not be rolled back; closing the connection drops it.
            if (ended) {
                restore(connection, autoCommit, readOnly);
            }
        }
    }

    private boolean rolledBack(Connection connection) {
        if (!atomic) {
            return true;
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                return true;
            } catch (SQLException e) {
                LOG.debug("could not roll back", e);
            }
        }
        return false;
    }

    private void restore(Connection connection, boolean autoCommit, boolean readOnly) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                if (connection.getAutoCommit() != autoCommit) {
                    connection.setAutoCommit(autoCommit);
                }
                if (flavour.obeysReadOnly() && connection.isReadOnly() != readOnly) {
                    connection.setReadOnly(readOnly);
                }
                return;
            } catch (SQLException e) {
                LOG.debug("could not restore a connection, which is closed now", e);
            }
        }
    }

    private static void close(Connection connection, boolean kept) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                connection.close();
                return;
            } catch (SQLException e) {
                // What was committed is kept all the same, and what failed has its own exception.
                LOG.debug(
                        "could not close a connection after a transaction that was {}", kept ? "kept" : "not kept", e);
            }
        }
    }

    private <T> T behindSavepoint(Connection connection, Work<T> work) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException(
                        "the host lent a connection with autocommit on, which has no transaction to join");
            }
            if (!atomic) {
                return work.with(connection);
            }
            Savepoint savepoint = connection.setSavepoint();
            try {
                T result = work.with(connection);
                connection.releaseSavepoint(savepoint);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                goBack(connection, savepoint, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void goBack(Connection connection, Savepoint savepoint, Throwable reason) {
        try {
            try {
                connection.rollback(savepoint);
            } catch (SQLException e) {
                LOG.debug("could not go back to the savepoint at once", e);
                connection.rollback(savepoint);
            }
        } catch (SQLException e) {
            e.addSuppressed(reason);
            throw new StoreException(
                    "the host's transaction could not be brought back to where it was and must be rolled back", e);
        }
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            // It goes with the transaction; nothing is behind it.
            LOG.debug("could not release a savepoint", e);
        }
    }

    private RuntimeException failed(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            if (flavour.isConflict(each)) {
                return new ConflictException(each);
            }
        }
        return new StoreException("the database failed: " + e.getMessage(), e);
    }
}
