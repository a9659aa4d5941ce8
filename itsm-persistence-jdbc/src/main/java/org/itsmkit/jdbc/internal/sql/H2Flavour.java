package org.itsmkit.jdbc.internal.sql;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.itsmkit.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * H2: compares characters by UTF-16 code unit, so texts by which rows are ordered are kept as their bytes in UTF-8, whose order is
 * that of code points. A failed statement leaves the transaction as it was.
 */
final class H2Flavour implements Flavour {

    private static final String DUPLICATE = "23505";

    /** Deadlock, timeout of a lock, concurrent update. */
    private static final Set<Integer> CONFLICTS = Set.of(40001, 50200, 90131);

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public String insertIfAbsent(String table, String columns, int count) {
        return "INSERT INTO " + table + " (" + columns + ") VALUES (" + Sql.marks(count) + ")";
    }

    @Override
    public boolean insertedIfAbsent(PreparedStatement insert) throws SQLException {
        try {
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String lockShared() {
        return " FOR UPDATE";
    }

    @Override
    public void bindText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        statement.setBytes(index, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String text(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String group(String column) {
        return "CASE WHEN OCTET_LENGTH(" + column + ") > " + TextKey.MAX_BYTES + " THEN SUBSTRING(" + column
                + " FROM 1 FOR OCTET_LENGTH(" + column + ") - " + TextKey.DIGEST_LENGTH + ") ELSE " + column + " END";
    }

    @Override
    public void bindLongText(PreparedStatement statement, int index, String text) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        statement.setBinaryStream(index, new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public String longText(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    @Override
    public boolean obeysReadOnly() {
        return false;
    }

    @Override
    public boolean seesSubqueries() {
        return false;
    }

    @Override
    public String taskOrder() {
        return "order_key";
    }

    @Override
    public String now() {
        return "SELECT CURRENT_TIMESTAMP(6)";
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return CONFLICTS.contains(failure.getErrorCode());
    }
}
