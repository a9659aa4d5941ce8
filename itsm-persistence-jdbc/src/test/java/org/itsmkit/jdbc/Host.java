package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** A host with a table and transactions of its own, which it lends to the store. For one thread. */
final class Host implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private boolean lending = true;

    Host(TestDatabase database) throws SQLException {
        this(database, true);
    }

    /** A host that may do without its table. */
    Host(TestDatabase database, boolean withTable) throws SQLException {
        this.database = database;
        if (withTable) {
            create(database);
        }
        connection = database.plain().getConnection();
        connection.setAutoCommit(false);
    }

    private static void create(TestDatabase database) {
        database.execute("CREATE TABLE IF NOT EXISTS " + notes(database) + " (note VARCHAR(100) PRIMARY KEY)");
    }

    private static String notes(TestDatabase database) {
        return database.table("host_note");
    }

    Connection connection() {
        return connection;
    }

    /** A store that joins this host's transaction. */
    JdbcStore.Builder storeBuilder() {
        return database.storeBuilder()
                .connections(() -> lending ? Optional.of(database.tap().watch(connection)) : Optional.empty());
    }

    void write(String note) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + notes(database) + " (note) VALUES (?)")) {
            insert.setString(1, note);
            insert.executeUpdate();
        }
    }

    boolean wrote(String note) {
        return ((Number) database.value("SELECT COUNT(*) FROM " + notes(database) + " WHERE note = '" + note + "'"))
                        .intValue()
                == 1;
    }

    /** Ends the transaction and lends no more. */
    void commit() throws SQLException {
        connection.commit();
        lending = false;
    }

    void rollback() throws SQLException {
        connection.rollback();
        lending = false;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
