package org.itsmkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.itsmkit.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a database does in its own way. One implementation per database; a further one is written by answering these questions.
 * Immutable; safe for use by many threads.
 */
public interface Flavour {

    /** Returns the flavour of {@code connection}'s database. */
    static Flavour of(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        return switch (dialect) {
            case H2 -> new H2Flavour();
            case POSTGRESQL -> new PostgresFlavour();
            case MARIADB -> throw new IllegalArgumentException("the store does not run on " + dialect + " yet");
        };
    }

    /** Which database. */
    Dialect dialect();

    /**
     * Returns an INSERT of one row that does nothing if a row with the same key is there. It waits for a transaction that is just
     * inserting that key. Execute it by {@link #insertedIfAbsent}.
     */
    String insertIfAbsent(String table, String columns, int count);

    /**
     * Executes what {@link #insertIfAbsent} returned. Neither answer harms the transaction.
     *
     * @return whether the row was inserted
     */
    boolean insertedIfAbsent(PreparedStatement insert) throws SQLException;

    /** What ends a SELECT that keeps its rows from changing until the transaction ends, while others may do the same. */
    String lockShared();

    /** Binds a text by which rows are ordered; see {@link TextKey}. */
    void bindText(PreparedStatement statement, int index, @Nullable String text) throws SQLException;

    /** Reads a column bound by {@link #bindText}. */
    @Nullable
    String text(ResultSet row, int column) throws SQLException;

    /** An expression for what a {@link TextKey} is ordered by: all of it but the digest of a long text. */
    String group(String column);

    /** Binds a whole text of any length that is compared in the order of code points. */
    void bindLongText(PreparedStatement statement, int index, String text) throws SQLException;

    /** Reads a column bound by {@link #bindLongText}. */
    String longText(ResultSet row, int column) throws SQLException;

    /** Whether a connection that is marked as read-only refuses to write. */
    boolean obeysReadOnly();

    /**
     * Whether the database begins with a subquery where that is wise, and knows that an order is not changed by columns that are the
     * same in all rows. One that does not is helped with joins and longer orders.
     */
    boolean seesSubqueries();

    /** The column of the table of tasks that is ordered by code point as instances are. */
    String taskOrder();

    /** A SELECT of the present moment, as an offset date-time, whatever transaction is open. */
    String now();

    /** Whether {@code failure} says that somebody else was quicker: a deadlock's victim, a failed serialisation, a lock's timeout. */
    boolean isConflict(SQLException failure);

    /** How many rows to ask for at a time where a result may be large. */
    int FETCH_SIZE = 500;
}
