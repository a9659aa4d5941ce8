package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.itsmkit.examples.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** Whatever is wrong with a log: a clear word with the line, a count, an exit code, and nothing lost that could be read. */
class FaultyLogTest {

    private static final List<String> EXCERPT = lines();

    @TempDir
    private Path directory;

    private static List<String> lines() {
        try {
            return Files.readAllLines(ExcerptOracle.EXCERPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private static CommandRun replay(Path file) {
        return CommandRun.of("replay", file.toString(), "--database", "memory", "--workers", "1");
    }

    /** The excerpt's first rows, one cell of one of them changed; {@code line} counts from 1, the header included. */
    private static List<String> withCell(int line, String column, String text) {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 21));
        int index = Arrays.asList(EXCERPT.get(0).split(",")).indexOf(column);
        String[] cells = lines.get(line - 1).split(",", -1);
        cells[index] = text;
        lines.set(line - 1, String.join(",", cells));
        return lines;
    }

    private static void assertOneError(CommandRun run, int line, String... words) {
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode report = run.json();
        assertThat(report.get("errorCount").asInt()).isEqualTo(1);
        assertThat(report.get("errors").get(0).get("line").asInt()).isEqualTo(line);
        assertThat(report.get("errors").get(0).get("reason").asText()).contains(words);
        assertThat(run.err()).contains("line " + line + ": ").contains(words);
        assertThat(report.get("foldLawHolds").asBoolean()).isTrue();
    }

    @Test
    void aMissingFileIsWrongUsage() {
        CommandRun run = replay(directory.resolve("nowhere.csv"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.csv", "there is no such file");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyFileIsNoLog() throws IOException {
        CommandRun run = replay(Files.writeString(directory.resolve("empty.csv"), ""));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("empty.csv", "line 1", "no header");
    }

    @Test
    void aHeaderAloneIsALogOfNothing() throws IOException {
        CommandRun run = replay(file("header.csv", EXCERPT.subList(0, 1)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("incidents").asInt()).isZero();
        assertThat(run.json().get("resolution").get("n").asInt()).isZero();
    }

    @Test
    void aWrongHeaderIsNoLogAndSaysWhatIsMissing() throws IOException {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 3));
        lines.set(0, lines.get(0).replace("incident_state", "state").replace("urgency", "number"));

        CommandRun run = replay(file("header.csv", lines));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("line 1: not the header of an incident log")
                .contains("missing: incident_state, urgency")
                .contains("unknown: state, number (twice)");
    }

    @Test
    void columnsMayStandInAnotherOrder() throws IOException {
        List<String> turned = EXCERPT.subList(0, 21).stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
                    Collections.reverse(cells);
                    return String.join(",", cells);
                })
                .toList();

        CommandRun run = replay(file("turned.csv", turned));

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("events").asInt()).isEqualTo(20);
    }

    @Test
    void aLineWithTooFewColumnsIsAnErrorAndTheOthersCount() throws IOException {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 21));
        lines.set(9, "INC0000001,New,true");

        CommandRun run = replay(file("short.csv", lines));

        assertOneError(run, 10, "3 columns instead of 36", "not replayed");
        assertThat(run.json().get("events").asInt()).isEqualTo(19);
    }

    @Test
    void aLineWithTooManyColumnsIsAnErrorAndTheOthersCount() throws IOException {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 21));
        lines.set(9, lines.get(9) + ",more");

        CommandRun run = replay(file("long.csv", lines));

        assertOneError(run, 10, "37 columns instead of 36");
        assertThat(run.json().get("events").asInt()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({
        "sys_updated_at, 29-02-2016 01:23",
        "sys_updated_at, 31/2/2016 01:23",
        "sys_updated_at, ?",
        "sys_mod_count, two",
        "sys_mod_count, -1",
        "number, ?",
        "number, INC 45"
    })
    void aRowThatHasNoPlaceIsAnErrorAndTheOthersCount(String column, String text) throws IOException {
        CommandRun run = replay(file("place.csv", withCell(5, column, text)));

        assertOneError(run, 5, column + " is '" + text + "'", "not replayed");
        assertThat(run.json().get("events").asInt()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({
        "impact, 9 - Cosmic",
        "urgency, high",
        "priority, P1",
        "active, yes",
        "reassignment_count, many",
        "sys_created_at, yesterday",
        "incident_state, Lost",
        "incident_state, ?"
    })
    void aCellThatCannotBeReadIsAnErrorAndItsRowCountsAllTheSame(String column, String text) throws IOException {
        CommandRun run = replay(file("cell.csv", withCell(5, column, text)));

        assertOneError(run, 5, column + " is '" + text + "'");
        assertThat(run.json().get("events").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".csv.xz"})
    void packedLogsAreRead(String ending) throws IOException {
        CommandRun run = replay(packed("whole" + ending, 1.0));

        assertThat(run.json().get("events").asInt()).isEqualTo(1_648);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".csv.xz"})
    void aTruncatedPackedLogIsReplayedAsFarAsItGoes(String ending) throws IOException {
        Path file = packed("half" + ending, 0.5);
        String readable = readable(file);
        int whole = (int) readable.chars().filter(c -> c == '\n').count();
        assertThat(whole).isBetween(100, 1_500);

        CommandRun run = replay(file);

        JsonNode errors = run.json().get("errors");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("events").asInt()).isEqualTo(whole - 1);
        JsonNode last = errors.get(errors.size() - 1);
        assertThat(last.get("line").asInt()).isEqualTo(whole + 1);
        assertThat(last.get("reason").asText()).contains("the file is truncated");
        assertThat(run.err()).contains("line " + (whole + 1) + ": the file is truncated");
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".csv.xz"})
    void aPackedLogThatEndsBeforeItsHeaderIsNoLog(String ending) throws IOException {
        Path file = packed("stump" + ending, 0.0001);

        CommandRun run = replay(file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".csv.xz"})
    void aFileThatIsNotPackedIsNoLogIfItsNameSaysSo(String ending) throws IOException {
        CommandRun run = replay(file("plain" + ending, EXCERPT.subList(0, 21)));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("not packed as its name says");
    }

    @Test
    void aPlainLogThatEndsWithinALineIsReplayedUpToIt() throws IOException {
        String text = String.join("\n", EXCERPT.subList(0, 21));
        Path file = Files.writeString(directory.resolve("cut.csv"), text.substring(0, text.length() - 200));

        CommandRun run = replay(file);

        assertOneError(run, 21, "the file is truncated within this line");
        assertThat(run.json().get("events").asInt()).isEqualTo(19);
    }

    @Test
    void aLogWithoutALineFeedAtItsEndIsWhole() throws IOException {
        Path file = Files.writeString(directory.resolve("end.csv"), String.join("\n", EXCERPT.subList(0, 21)));

        CommandRun run = replay(file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("events").asInt()).isEqualTo(20);
    }

    @Test
    void anIncidentThatComesAgainGoesOn() throws IOException {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 21));
        String first = lines.get(1).split(",")[0];
        List<String> itsRows =
                lines.stream().filter(l -> l.startsWith(first + ",")).toList();
        assertThat(itsRows).hasSizeGreaterThan(2);
        lines.remove(itsRows.get(itsRows.size() - 1));
        lines.add(itsRows.get(itsRows.size() - 1));

        JsonNode scattered = replay(file("scattered.csv", lines)).json();
        JsonNode grouped = replay(file("grouped.csv", EXCERPT.subList(0, 21))).json();

        for (String figure :
                List.of("incidents", "events", "transitions", "minutesInState", "journalEntries", "errors")) {
            assertThat(scattered.get(figure)).as(figure).isEqualTo(grouped.get(figure));
        }
    }

    @Test
    void anIncidentThatComesAgainTooLateIsAnErrorAndIsLeftAsItIs() throws IOException {
        List<String> lines = new ArrayList<>(EXCERPT.subList(0, 21));
        String firstRow = lines.remove(1);
        lines.add(firstRow);

        CommandRun run = replay(file("late.csv", lines));

        assertOneError(run, 21, "appears again", "not replayed");
        assertThat(run.json().get("events").asInt()).isEqualTo(19);
    }

    @Test
    void otherContentUnderTheSameRowsIsAnErrorAndChangesNothing() throws IOException {
        String url = "jdbc:h2:file:" + directory.resolve("other");
        CommandRun.of("replay", file("a.csv", EXCERPT.subList(0, 21)).toString(), "--database", url);

        CommandRun run = CommandRun.of(
                "replay", file("b.csv", withCell(5, "location", "Elsewhere")).toString(), "--database", url);

        assertOneError(run, 5, "key.reused");
        assertThat(run.json().get("events").asInt()).isEqualTo(20);
    }

    @Test
    void timesAreThoseOfTheZone() throws IOException {
        Path file = file("zone.csv", EXCERPT.subList(0, 21));

        CommandRun there =
                CommandRun.of("replay", file.toString(), "--database", "memory", "--zone", "America/Sao_Paulo");
        CommandRun nowhere = CommandRun.of("replay", file.toString(), "--database", "memory", "--zone", "Nowhere");

        assertThat(there.exitCode()).isZero();
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--zone");
    }

    private Path packed(String name, double share) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : small(bytes)) {
            for (int i = 0; i < EXCERPT.size(); i++) {
                packing.write((EXCERPT.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
                if (i % 100 == 99) {
                    // A chunk of xz is read as a whole or not at all, and a log as small as this one would be a single
                    // chunk.
                    packing.flush();
                }
            }
        }
        int length = Math.max(4, (int) (bytes.size() * share));
        return Files.write(directory.resolve(name), Arrays.copyOf(bytes.toByteArray(), length));
    }

    private static XZOutputStream small(OutputStream bytes) throws IOException {
        return new XZOutputStream(bytes, new LZMA2Options(0));
    }

    /** All that the file gives before it breaks off. */
    private static String readable(Path file) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        InputStream packed = new ByteArrayInputStream(Files.readAllBytes(file));
        try (InputStream in =
                file.toString().endsWith(".gz") ? new GZIPInputStream(packed) : new XZInputStream(packed)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.write(c);
            }
        } catch (IOException e) {
            return text.toString(StandardCharsets.UTF_8);
        }
        throw new AssertionError("it does not break off");
    }
}
