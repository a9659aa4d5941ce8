package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.incident.Incidents;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repairs;

/** Looks through every column of every table of the kit, as characters and as bytes: whether a text is anywhere. */
final class Traces {

    private Traces() {}

    /** The columns that hold {@code text}, in whatever case, each once. */
    static Collection<String> of(TestDatabase database, String text) {
        return of(database, List.of(text)).getOrDefault(text, Set.of());
    }

    /** The columns that hold each of {@code texts} that is held at all: what is there is read once for all of them. */
    static Map<String, Collection<String>> of(TestDatabase database, Collection<String> texts) {
        Map<String, String> wanted = new HashMap<>();
        texts.forEach(text -> wanted.put(text, text.toLowerCase(Locale.ROOT)));
        Map<String, Collection<String>> traces = new TreeMap<>();
        try (Connection connection = database.plain().getConnection()) {
            List<String> tables = tables(connection, database);
            assertThat(tables).hasSizeGreaterThanOrEqualTo(10);
            for (String table : tables) {
                look(connection, database, table, wanted, traces);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return traces;
    }

    private static List<String> tables(Connection connection, TestDatabase database) throws SQLException {
        List<String> tables = new ArrayList<>();
        DatabaseMetaData data = connection.getMetaData();
        String schema = database.schema().isEmpty() ? connection.getSchema() : database.schema();
        try (ResultSet row = data.getTables(null, schema, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("itsm_")) {
                    tables.add(name.substring("itsm_".length()));
                }
            }
        }
        return tables;
    }

    private static void look(
            Connection connection,
            TestDatabase database,
            String table,
            Map<String, String> wanted,
            Map<String, Collection<String>> traces)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + database.table(table))) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String characters = row.getString(i);
                    boolean isBinary = row.getObject(i) instanceof byte[] || row.getObject(i) instanceof java.sql.Blob;
                    String bytes = isBinary ? new String(row.getBytes(i), StandardCharsets.UTF_8) : "";
                    String held = ((characters == null ? "" : characters) + "\n" + bytes).toLowerCase(Locale.ROOT);
                    String column = table + "." + row.getMetaData().getColumnName(i);
                    wanted.forEach((text, lower) -> {
                        if (held.contains(lower)) {
                            traces.computeIfAbsent(text, first -> new TreeSet<>())
                                    .add(column);
                        }
                    });
                }
            }
        }
    }

    static void requireSound(JdbcStore store) {
        List<RecordKind<?>> kinds = List.of(
                Incidents.KIND,
                Changes.KIND,
                ChangeModels.KIND,
                MajorIncidents.KIND,
                SettingsKind.KIND,
                Repairs.KIND,
                Counter.KIND);
        assertThat(store.verifyChains(kinds, entries -> {}).breaks()).isEmpty();
    }
}
