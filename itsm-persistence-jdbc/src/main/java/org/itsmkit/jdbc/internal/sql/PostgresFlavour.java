package org.itsmkit.jdbc.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: texts in the collation "C", which orders by code point; a failed statement would abort the transaction. */
final class PostgresFlavour implements Flavour {

    /** Serialisation failure, deadlock, lock not available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String insertIfAbsent(String table, String columns, int count) {
        return "INSERT INTO " + table + " (" + columns + ") VALUES (" + Sql.marks(count) + ") ON CONFLICT DO NOTHING";
    }

    @Override
    public boolean insertedIfAbsent(PreparedStatement insert) throws SQLException {
        return insert.executeUpdate() == 1;
    }

    @Override
    public String lockShared() {
        return " FOR SHARE";
    }

    @Override
    public void bindText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        statement.setString(index, text);
    }

    @Override
    public @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public String group(String column) {
        return "CASE WHEN octet_length(" + column + ") > " + TextKey.MAX_BYTES + " THEN left(" + column + ", -"
                + TextKey.DIGEST_LENGTH + ") ELSE " + column + " END";
    }

    @Override
    public void bindLongText(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setString(index, text);
    }

    @Override
    public String longText(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    @Override
    public boolean obeysReadOnly() {
        return true;
    }

    @Override
    public boolean seesSubqueries() {
        return true;
    }

    @Override
    public String taskOrder() {
        return "task_instance";
    }

    @Override
    public String now() {
        return "SELECT clock_timestamp()";
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return failure.getSQLState() != null && CONFLICTS.contains(failure.getSQLState());
    }
}
