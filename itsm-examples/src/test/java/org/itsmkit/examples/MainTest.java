package org.itsmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.itsmkit.jdbc.Dialect;
import org.itsmkit.jdbc.SchemaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: what is asked for is printed, and what is asked wrongly ends with 2. */
class MainTest {

    @Test
    void helpNamesTheSubCommands() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("story", "replay", "lifecycle", "verify", "schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dance", "replay", "lifecycle", "schema", "verify", "story --speed 2", "replay a --limit x"})
    void whatIsAskedWronglyIsToldOnStandardError(String line) {
        CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank();
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "incident, s_resolved --> s_closed : close",
        "change, s_draft --> s_authorised : authorise",
        "major-incident, s_proposed --> s_active : accept",
        "settings, [*] --> s_in_2d_force",
        "facilities-request, s_scheduled --> s_done : report-done"
    })
    void aLifecycleIsDrawnForMermaid(String room, String row) {
        CommandRun run = CommandRun.of("lifecycle", room);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("stateDiagram-v2\n").contains(row);
    }

    @Test
    void aLifecycleIsDrawnForGraphviz() {
        CommandRun run = CommandRun.of("lifecycle", "incident", "--format", "dot");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("digraph \"incident\"")
                .contains("\"new\" -> \"in-progress\" [label=\"start\"];");
    }

    @Test
    void aRoomThatIsNotThereIsWrongUsage() {
        CommandRun run = CommandRun.of("lifecycle", "kitchen");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("kitchen", "incident", "facilities-request");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theSchemaIsTheStores(Dialect dialect) {
        CommandRun run = CommandRun.of("schema", "--dialect", dialect.text(), "--schema", "desk", "--prefix", "kit_");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(SchemaScript.of(dialect, "desk", "kit_"))
                .contains("desk.kit_record");
    }

    @Test
    void namesThatAreNotPlainAreWrongUsage() {
        CommandRun run = CommandRun.of("schema", "--dialect", "h2", "--prefix", "a; drop");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("prefix");
    }

    @Test
    void aSoundDatabaseIsVerified(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("sound");
        CommandRun.of("story", "--database", url);

        CommandRun run = CommandRun.of("verify", "--database", url);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("journal chains: 7 records, 97 entries: hold")
                .contains("fold law:       7 records of 1 tenants, 97 entries: hold");
    }

    @Test
    void ajournalThatWasChangedBehindTheKitsBackIsFound(@TempDir Path directory) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("changed");
        CommandRun.of("story", "--database", url);
        execute(url, "UPDATE itsm_journal SET payload = REPLACE(payload, 'hardware', 'software')");

        CommandRun run = CommandRun.of("verify", "--database", url);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("journal chains: 7 records, 97 entries: BROKEN", "fold law", "BROKEN");
        assertThat(run.err()).contains("story-1 incident/story-1");
    }

    @Test
    void aDatabaseWithoutTablesCannotBeVerified(@TempDir Path directory) {
        CommandRun run = CommandRun.of("verify", "--database", "jdbc:h2:file:" + directory.resolve("empty"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("verify failed").doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneLine() {
        CommandRun run = CommandRun.of("story", "--database", "jdbc:postgresql://localhost:1/nothing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("story failed").doesNotContain("\tat ");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
