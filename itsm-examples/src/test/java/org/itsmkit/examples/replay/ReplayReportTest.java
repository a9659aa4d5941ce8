package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.itsmkit.examples.CommandRun;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report over the excerpt says what follows from the excerpt, by whatever store. */
class ReplayReportTest {

    private static final ExcerptOracle ORACLE = new ExcerptOracle(ExcerptOracle.EXCERPT);

    private static final List<String> DATABASES = TestDatabases.urls();

    /** The excerpt replayed into each of the databases, once for all tests. */
    private static final Map<String, CommandRun> RUNS = new HashMap<>();

    static List<String> databases() {
        return DATABASES;
    }

    /** The store in memory is gone with the command that made it. */
    static List<String> lastingDatabases() {
        return DATABASES.stream()
                .filter(database -> !database.equals(Database.MEMORY))
                .toList();
    }

    @BeforeAll
    static void replayEverywhere() {
        DATABASES.forEach(database -> RUNS.put(database, replay(database)));
    }

    private static CommandRun run(String database) {
        return Objects.requireNonNull(RUNS.get(database));
    }

    private static CommandRun replay(String database) {
        return CommandRun.of("replay", ExcerptOracle.EXCERPT.toString(), "--database", database, "--workers", "2");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theReportFollowsFromTheLog(String database) {
        JsonNode report = run(database).json();
        assertThat(report.get("incidents").asLong())
                .isEqualTo(ORACLE.incidents.size())
                .isEqualTo(300);
        assertThat(report.get("events").asLong()).isEqualTo(ORACLE.rows).isEqualTo(1_648);
        assertThat(report.get("stateChanges").asLong()).isEqualTo(ORACLE.stateChanges());
        assertThat(counts(report.get("transitions"))).isEqualTo(ORACLE.transitions);
        assertThat(counts(report.get("refused"))).isEqualTo(ORACLE.refused).hasSizeGreaterThanOrEqualTo(6);
        assertThat(report.get("reopened").asLong()).isEqualTo(ORACLE.reopened);
        assertThat(report.get("reassignments").asLong()).isEqualTo(ORACLE.reassignments);
        assertThat(report.get("priorityMismatches").asLong()).isEqualTo(ORACLE.priorityMismatches);
        assertThat(longs(report.get("minutesInState"))).isEqualTo(ORACLE.minutesInState);
        assertThat(report.get("timeWentBack").asLong())
                .isEqualTo(ORACLE.timeWentBack)
                .isPositive();
        assertThat(report.get("journalEntries").asLong()).isEqualTo(ORACLE.journalEntries);
        theRelatedFollowFromTheLog(report.get("related"));
        JsonNode resolution = report.get("resolution");
        assertThat(resolution.get("n").asLong()).isEqualTo(ORACLE.resolutionHours.size());
        assertThat(resolution.get("medianHours").asDouble()).isCloseTo(ORACLE.quantile(0.5), within(0.001));
        assertThat(resolution.get("meanHours").asDouble()).isCloseTo(ORACLE.mean(), within(0.001));
        assertThat(resolution.get("p90Hours").asDouble()).isCloseTo(ORACLE.quantile(0.9), within(0.001));
        assertThat(report.get("foldLawHolds").asBoolean()).isTrue();
        assertThat(report.get("chainVerified").asText())
                .isEqualTo(database.equals(Database.MEMORY) ? "not applicable" : "true");
        assertThat(report.get("serviceLevel"))
                .as("of every store the same")
                .isEqualTo(run(Database.MEMORY).json().get("serviceLevel"));
        assertThat(report.get("seconds").asDouble()).isPositive();
        assertThat(report.get("eventsPerSecond").asDouble()).isPositive();
    }

    private static void theRelatedFollowFromTheLog(JsonNode related) {
        assertThat(related.get("problems").asLong())
                .isEqualTo(ORACLE.names("problem_id").size())
                .isEqualTo(12);
        assertThat(related.get("changes").asLong())
                .isEqualTo(ORACLE.names("rfc", "caused_by").size())
                .isEqualTo(7);
        assertThat(related.get("configurationItems").asLong())
                .isEqualTo(ORACLE.names("cmdb_ci").size())
                .isEqualTo(3);
        JsonNode links = related.get("links");
        assertThat(links.size()).isEqualTo(3);
        isCounted(links.get("instance-of"), "problem_id");
        isCounted(links.get("fixed-by"), "rfc");
        isCounted(links.get("caused-by"), "caused_by");
        isCounted(related.get("affected"), "cmdb_ci");
    }

    private static void isCounted(JsonNode linked, String column) {
        assertThat(linked.get("incidents").asLong())
                .as(column)
                .isEqualTo(ORACLE.naming(column))
                .isPositive();
        assertThat(linked.get("atEnd").asLong()).as(column).isEqualTo(ORACLE.namingAtEnd(column));
    }

    @Test
    void everyRowInAnUnknownStateIsAnErrorWithItsLine() {
        CommandRun run = run(Database.MEMORY);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("errorCount").asInt()).isEqualTo(ORACLE.linesInUnknownStates.size());
        List<Integer> lines = new ArrayList<>();
        run.json().get("errors").forEach(error -> lines.add(error.get("line").asInt()));
        assertThat(lines).isEqualTo(ORACLE.linesInUnknownStates).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(run.err())
                        .contains("line " + line
                                + ": incident_state is '-100': no such state; the incident stays where it is"));
    }

    @Test
    void whatWasRefusedIsToldWithItsReason() {
        JsonNode refused = run(Database.MEMORY).json().get("refused");

        assertThat(refused)
                .anySatisfy(step -> {
                    assertThat(step.get("from").asText()).isEqualTo("New");
                    assertThat(step.get("to").asText()).isEqualTo("Closed");
                    assertThat(step.get("reason").asText()).isEqualTo("It is new, where it is not possible to close.");
                })
                .allSatisfy(step -> assertThat(step.get("reason").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("lastingDatabases")
    void aSecondReplayOverTheSameDatabaseChangesNothing(String database) {
        CommandRun second = replay(database);

        assertThat(lasting(second)).isEqualTo(lasting(run(database)));
        assertThat(second.exitCode()).isEqualTo(run(database).exitCode());
        assertThat(CommandRun.of("verify", "--database", database).exitCode()).isZero();
    }

    @Test
    void aReplayThatWasLimitedIsTakenUpWhereItEnded(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("limited");
        CommandRun limited = CommandRun.of(
                "replay", ExcerptOracle.EXCERPT.toString(), "--database", url, "--limit", "700", "--workers", "1");
        assertThat(limited.json().get("events").asLong()).isEqualTo(700);

        assertThat(lasting(replay(url))).isEqualTo(lasting(run(Database.MEMORY)));
    }

    /** The report without what depends on the machine and the store. */
    private static Map<String, String> lasting(CommandRun run) {
        Map<String, String> lasting = new TreeMap<>();
        run.json()
                .properties()
                .forEach(field -> lasting.put(field.getKey(), field.getValue().toString()));
        List.of("seconds", "eventsPerSecond", "verificationSeconds", "chainVerified")
                .forEach(lasting::remove);
        return lasting;
    }

    private static Map<String, Long> counts(JsonNode steps) {
        Map<String, Long> counts = new TreeMap<>();
        steps.forEach(step -> counts.merge(
                step.get("from").asText() + ">" + step.get("to").asText(),
                step.get("count").asLong(),
                Long::sum));
        return counts;
    }

    private static Map<String, Long> longs(JsonNode object) {
        Map<String, Long> longs = new TreeMap<>();
        object.properties()
                .forEach(field -> longs.put(field.getKey(), field.getValue().asLong()));
        return longs;
    }
}
