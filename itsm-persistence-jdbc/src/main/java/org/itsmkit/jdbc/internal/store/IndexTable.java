package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;

/** A table whose rows say by what a record is found. Writes only those that change. Immutable; safe for use by many threads. */
final class IndexTable<T> {

    /** How a row stands in its table, besides its tenant, kind and id. The first columns are those of the key. */
    interface Shape<T> {

        List<String> keyColumns();

        List<String> otherColumns();

        void bindKey(PreparedStatement statement, int index, T row) throws SQLException;

        void bindOthers(PreparedStatement statement, int index, T row) throws SQLException;

        T read(ResultSet row) throws SQLException;
    }

    private final Shape<T> shape;
    private final String select;
    private final String insert;
    private final String delete;

    IndexTable(String table, Shape<T> shape) {
        this.shape = shape;
        List<String> columns = Stream.concat(shape.keyColumns().stream(), shape.otherColumns().stream())
                .toList();
        String where = " WHERE tenant = ? AND kind = ? AND id = ?";
        this.select = "SELECT " + String.join(", ", columns) + " FROM " + table + where;
        this.insert = "INSERT INTO " + table + " (tenant, kind, id, " + String.join(", ", columns) + ") VALUES ("
                + Sql.marks(3 + columns.size()) + ")";
        this.delete = "DELETE FROM " + table + where
                + shape.keyColumns().stream()
                        .map(column -> " AND " + column + " = ?")
                        .collect(Collectors.joining());
    }

    /** Makes the record's rows those of {@code wanted}, as the fingerprint of the present ones allows. */
    void replace(Statements statements, TenantId tenant, RecordRef ref, long before, long after, Set<T> wanted)
            throws SQLException {
        if (before == after) {
            return;
        }
        if (before == 0) {
            insert(statements, tenant, ref, wanted);
            return;
        }
        Set<T> present = present(statements, tenant, ref);
        Set<T> gone = new LinkedHashSet<>(present);
        gone.removeAll(wanted);
        Set<T> fresh = new LinkedHashSet<>(wanted);
        fresh.removeAll(present);
        // A row may keep its key and change its value, so the old goes first.
        delete(statements, tenant, ref, gone);
        insert(statements, tenant, ref, fresh);
    }

    private Set<T> present(Statements statements, TenantId tenant, RecordRef ref) throws SQLException {
        PreparedStatement statement = statements.prepare(select);
        bindRef(statement, tenant, ref);
        Set<T> rows = new HashSet<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(shape.read(result));
            }
        }
        return rows;
    }

    private void insert(Statements statements, TenantId tenant, RecordRef ref, Collection<T> rows) throws SQLException {
        batch(statements, insert, tenant, ref, rows, true);
    }

    private void delete(Statements statements, TenantId tenant, RecordRef ref, Collection<T> rows) throws SQLException {
        batch(statements, delete, tenant, ref, rows, false);
    }

    private void batch(
            Statements statements, String sql, TenantId tenant, RecordRef ref, Collection<T> rows, boolean whole)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement statement = statements.prepare(sql);
        for (T row : rows) {
            bindRef(statement, tenant, ref);
            shape.bindKey(statement, 4, row);
            if (whole) {
                shape.bindOthers(statement, 4 + shape.keyColumns().size(), row);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    static void bindRef(PreparedStatement statement, TenantId tenant, RecordRef ref) throws SQLException {
        statement.setString(1, tenant.value());
        statement.setString(2, ref.kind());
        statement.setString(3, ref.id().value());
    }
}
