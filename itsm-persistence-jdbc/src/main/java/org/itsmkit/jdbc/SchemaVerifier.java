package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.itsmkit.jdbc.internal.sql.ScriptTables;
import org.itsmkit.spi.store.StoreException;

/** Compares the tables that are there with those of {@link SchemaScript}. Reads only. */
public final class SchemaVerifier {

    private SchemaVerifier() {}

    /**
     * Returns what is missing or different, a sentence each; empty if all is as it should be. What is there besides is nobody's concern.
     *
     * @param schema as in {@link SchemaScript}
     * @param prefix as in {@link SchemaScript}
     * @throws StoreException if the database cannot be read
     */
    public static List<String> verify(DataSource dataSource, String schema, String prefix) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
            String name =
                    schema.isEmpty() ? connection.getSchema() : upper ? schema.toUpperCase(Locale.ROOT) : lower(schema);
            Found found = new Found(connection.getMetaData(), name, upper);
            return compare(dialect, ScriptTables.of(SchemaScript.of(dialect, "", prefix)), found);
        } catch (SQLException e) {
            throw new StoreException("the tables cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> compare(Dialect dialect, ScriptTables expected, Found found) throws SQLException {
        List<String> flaws = new ArrayList<>();
        for (Map.Entry<String, Map<String, ScriptTables.Column>> table :
                expected.tables().entrySet()) {
            Map<String, FoundColumn> columns = found.columns(table.getKey());
            if (columns.isEmpty()) {
                flaws.add("table " + table.getKey() + " is missing");
            } else {
                table.getValue().forEach((name, column) -> {
                    String what = "column " + table.getKey() + "." + name;
                    FoundColumn there = columns.get(name);
                    if (there == null) {
                        flaws.add(what + " is missing");
                    } else {
                        compare(dialect, what, column, there, flaws);
                    }
                });
            }
        }
        for (Map.Entry<String, String> index : expected.indexes().entrySet()) {
            if (!found.indexes(index.getValue()).contains(index.getKey())) {
                flaws.add("index " + index.getKey() + " is missing");
            }
        }
        return flaws;
    }

    private static void compare(
            Dialect dialect, String what, ScriptTables.Column expected, FoundColumn found, List<String> flaws) {
        String type = found.type(dialect);
        if (!type.equals(expected.type())) {
            flaws.add(what + " is " + type + ", not " + expected.type());
        }
        if (found.nullable() && expected.required()) {
            flaws.add(what + " may be null");
        }
        if (!found.nullable() && !expected.required()) {
            flaws.add(what + " may not be null");
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A column as the database describes it. */
    private record FoundColumn(String typeName, int size, int digits, boolean nullable) {

        /** In the words of the scripts. */
        String type(Dialect dialect) {
            String name = typeName.toUpperCase(Locale.ROOT);
            return switch (name) {
                case "VARCHAR", "CHARACTER VARYING" -> "VARCHAR(" + size + ")";
                case "VARBINARY", "BINARY VARYING" -> "VARBINARY(" + size + ")";
                case "NUMERIC", "DECIMAL" ->
                    (dialect == Dialect.MARIADB ? "DECIMAL(" : "NUMERIC(") + size + ", " + digits + ")";
                case "INT8", "BIGSERIAL" -> "BIGINT";
                case "INT4", "INT" -> "INTEGER";
                case "INT2" -> "SMALLINT";
                case "BOOL" -> "BOOLEAN";
                case "CHARACTER LARGE OBJECT" -> "CLOB";
                case "BINARY LARGE OBJECT" -> "BLOB";
                case "TIMESTAMPTZ" -> "TIMESTAMP WITH TIME ZONE";
                case "TIMESTAMP WITH TIME ZONE" ->
                    dialect == Dialect.H2 ? "TIMESTAMP(" + digits + ") WITH TIME ZONE" : name;
                default -> name;
            };
        }
    }

    /** What the database says of its tables. */
    private record Found(DatabaseMetaData data, String schema, boolean upper) {

        private String stored(String name) {
            return upper ? name.toUpperCase(Locale.ROOT) : lower(name);
        }

        Map<String, FoundColumn> columns(String table) throws SQLException {
            Map<String, FoundColumn> columns = new HashMap<>();
            // The names may hold _, which stands for any character here.
            String escape = data.getSearchStringEscape();
            String pattern = stored(table).replace("_", escape + "_");
            try (ResultSet row = data.getColumns(null, schema.replace("_", escape + "_"), pattern, "%")) {
                while (row.next()) {
                    columns.put(
                            lower(row.getString("COLUMN_NAME")),
                            new FoundColumn(
                                    row.getString("TYPE_NAME"),
                                    row.getInt("COLUMN_SIZE"),
                                    row.getInt("DECIMAL_DIGITS"),
                                    row.getInt("NULLABLE") == DatabaseMetaData.columnNullable));
                }
            }
            return columns;
        }

        Set<String> indexes(String table) throws SQLException {
            Set<String> names = new HashSet<>();
            if (columns(table).isEmpty()) {
                return names;
            }
            try (ResultSet row = data.getIndexInfo(null, schema, stored(table), false, true)) {
                while (row.next()) {
                    String name = row.getString("INDEX_NAME");
                    if (name != null) {
                        names.add(lower(name));
                    }
                }
            }
            return names;
        }
    }
}
