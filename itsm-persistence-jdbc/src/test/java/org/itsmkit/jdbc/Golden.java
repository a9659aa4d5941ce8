package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.RecordKind;

/** What a database holds of a record, and what it held of it when the release came out. */
final class Golden {

    static final Path DIRECTORY = Path.of("src/test/resources/golden/0.1");

    private final TestDatabase database;

    Golden(TestDatabase database) {
        this.database = database;
    }

    /** The events of a kind that stand beside its record. */
    static List<String> ownEvents(RecordKind<?> kind) {
        return kind.events().stream()
                .filter(type -> type.type().getPackageName().equals(kind.type().getPackageName()))
                .map(EventType::name)
                .toList();
    }

    /** What is stored is what the golden file has, and all of these events happened. */
    void assertStored(String kind, String id, List<String> events) throws Exception {
        List<String> stored = storedLines(kind, id);
        Set<String> names = new LinkedHashSet<>();
        stored.forEach(line -> names.add(line.split("\t", -1)[1]));
        assertThat(names)
                .as("every event of %s that is its own is in the golden journal", kind)
                .containsAll(events);
        Path file = DIRECTORY.resolve(kind + ".tsv");
        if (Boolean.getBoolean("itsm.golden.write")) {
            Files.createDirectories(DIRECTORY);
            Files.write(file, stored, StandardCharsets.UTF_8);
        }
        assertThat(stored).isEqualTo(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    private List<String> storedLines(String kind, String id) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.plain().getConnection()) {
            read(
                    connection,
                    "SELECT sequence, event, event_version, payload FROM " + database.table("journal"),
                    kind,
                    id,
                    lines);
            read(
                    connection,
                    "SELECT version, 'the record', body_version, body FROM " + database.table("record"),
                    kind,
                    id,
                    lines);
        }
        return lines;
    }

    private static void read(Connection connection, String select, String kind, String id, List<String> lines)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(select + " WHERE tenant = 'acme' AND kind = ? AND id = ? ORDER BY 1")) {
            statement.setString(1, kind);
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getLong(1) + "\t" + rows.getString(2) + "\t" + rows.getInt(3) + "\t"
                            + rows.getString(4));
                }
            }
        }
    }
}
