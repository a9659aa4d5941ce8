package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        /** What the columns of the key hold: equal for rows that take each other's place. */
        Object key(T row);

        void bindKey(PreparedStatement statement, int index, T row) throws SQLException;

        void bindOthers(PreparedStatement statement, int index, T row) throws SQLException;

        T read(ResultSet row) throws SQLException;
    }

    private final Shape<T> shape;
    private final String select;
    private final String insert;
    private final String delete;
    private final String update;

    IndexTable(String table, Shape<T> shape) {
        this.shape = shape;
        List<String> columns = Stream.concat(shape.keyColumns().stream(), shape.otherColumns().stream())
                .toList();
        String where = " WHERE tenant = ? AND kind = ? AND id = ?";
        this.select = "SELECT " + String.join(", ", columns) + " FROM " + table + where;
        this.insert = "INSERT INTO " + table + " (tenant, kind, id, " + String.join(", ", columns) + ") VALUES ("
                + Sql.marks(3 + columns.size()) + ")";
        String whereKey = where
                + shape.keyColumns().stream()
                        .map(column -> " AND " + column + " = ?")
                        .collect(Collectors.joining());
        this.delete = "DELETE FROM " + table + whereKey;
        this.update = "UPDATE " + table + " SET "
                + shape.otherColumns().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + whereKey;
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
        Map<Object, T> gone = new LinkedHashMap<>();
        present(statements, tenant, ref).forEach(row -> gone.put(shape.key(row), row));
        List<T> fresh = new ArrayList<>();
        List<T> changed = new ArrayList<>();
        for (T row : wanted) {
            T former = gone.remove(shape.key(row));
            if (former == null) {
                fresh.add(row);
            } else if (!former.equals(row)) {
                changed.add(row);
            }
        }
        delete(statements, tenant, ref, gone.values());
        update(statements, tenant, ref, changed);
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
        batch(statements, insert, rows, (statement, row) -> {
            bindRef(statement, 1, tenant, ref);
            shape.bindKey(statement, 4, row);
            shape.bindOthers(statement, 4 + shape.keyColumns().size(), row);
        });
    }

    private void update(Statements statements, TenantId tenant, RecordRef ref, Collection<T> rows) throws SQLException {
        int others = shape.otherColumns().size();
        batch(statements, update, rows, (statement, row) -> {
            shape.bindOthers(statement, 1, row);
            bindRef(statement, 1 + others, tenant, ref);
            shape.bindKey(statement, 4 + others, row);
        });
    }

    private void delete(Statements statements, TenantId tenant, RecordRef ref, Collection<T> rows) throws SQLException {
        batch(statements, delete, rows, (statement, row) -> {
            bindRef(statement, 1, tenant, ref);
            shape.bindKey(statement, 4, row);
        });
    }

    /** Binds one row to a statement. */
    private interface Binding<T> {

        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private static <T> void batch(Statements statements, String sql, Collection<T> rows, Binding<T> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement statement = statements.prepare(sql);
        for (T row : rows) {
            binding.bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    static void bindRef(PreparedStatement statement, TenantId tenant, RecordRef ref) throws SQLException {
        bindRef(statement, 1, tenant, ref);
    }

    private static void bindRef(PreparedStatement statement, int index, TenantId tenant, RecordRef ref)
            throws SQLException {
        statement.setString(index, tenant.value());
        statement.setString(index + 1, ref.kind());
        statement.setString(index + 2, ref.id().value());
    }
}
