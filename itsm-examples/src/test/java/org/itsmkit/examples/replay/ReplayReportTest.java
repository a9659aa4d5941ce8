package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.examples.CommandRun;
import org.itsmkit.examples.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report over the excerpt says what follows from the excerpt, by whatever store. */
class ReplayReportTest {

    private static final ExcerptOracle ORACLE = new ExcerptOracle(ExcerptOracle.EXCERPT);

    static List<String> databases() {
        return TestDatabases.urls();
    }

    private static CommandRun replay(String database) {
        return CommandRun.of("replay", ExcerptOracle.EXCERPT.toString(), "--database", database, "--workers", "2");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theReportFollowsFromTheLog(String database) {
        CommandRun run = replay(database);

        JsonNode report = run.json();
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
        JsonNode resolution = report.get("resolution");
        assertThat(resolution.get("n").asLong()).isEqualTo(ORACLE.resolutionHours.size());
        assertThat(resolution.get("medianHours").asDouble()).isCloseTo(ORACLE.quantile(0.5), within(0.001));
        assertThat(resolution.get("meanHours").asDouble()).isCloseTo(ORACLE.mean(), within(0.001));
        assertThat(resolution.get("p90Hours").asDouble()).isCloseTo(ORACLE.quantile(0.9), within(0.001));
        assertThat(report.get("foldLawHolds").asBoolean()).isTrue();
        assertThat(report.get("chainVerified").asText())
                .isEqualTo(database.equals("memory") ? "not applicable" : "true");
        assertThat(report.get("serviceLevel").get("status").asText()).isEqualTo("not evaluated");
        assertThat(report.get("seconds").asDouble()).isPositive();
        assertThat(report.get("eventsPerSecond").asDouble()).isPositive();
    }

    @Test
    void everyRowInAnUnknownStateIsAnErrorWithItsLine() {
        CommandRun run = replay("memory");

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
        JsonNode refused = replay("memory").json().get("refused");

        assertThat(refused)
                .anySatisfy(step -> {
                    assertThat(step.get("from").asText()).isEqualTo("New");
                    assertThat(step.get("to").asText()).isEqualTo("Closed");
                    assertThat(step.get("reason").asText()).isEqualTo("It is new, where it is not possible to close.");
                })
                .allSatisfy(step -> assertThat(step.get("reason").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSecondReplayOverTheSameDatabaseChangesNothing(String database, @TempDir Path directory) {
        String url = database.equals("memory") ? "jdbc:h2:file:" + directory.resolve("twice") : database;
        CommandRun first = replay(url);

        CommandRun second = replay(url);

        assertThat(lasting(second)).isEqualTo(lasting(first));
        assertThat(second.exitCode()).isEqualTo(first.exitCode());
        assertThat(CommandRun.of("verify", "--database", url).exitCode()).isZero();
    }

    @Test
    void aReplayThatWasLimitedIsTakenUpWhereItEnded(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("limited");
        CommandRun limited = CommandRun.of(
                "replay", ExcerptOracle.EXCERPT.toString(), "--database", url, "--limit", "700", "--workers", "1");
        assertThat(limited.json().get("events").asLong()).isEqualTo(700);

        assertThat(lasting(replay(url))).isEqualTo(lasting(replay("memory")));
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
