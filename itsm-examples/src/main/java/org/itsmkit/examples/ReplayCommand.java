package org.itsmkit.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.itsmkit.examples.replay.Agreement;
import org.itsmkit.examples.replay.LogFormatException;
import org.itsmkit.examples.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays an incident log of another tool, and prints a report. */
@Command(
        name = "replay",
        description = {
            "Replays an incident event log of another tool through the kit, and prints a report as JSON.",
            "Exit code 0: every row was replayed, the journals verify. 1: some rows were errors. 2: wrong usage, or no log."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The log: .csv, .csv.gz or .csv.xz.")
    @SuppressWarnings("NullAway.Init") // picocli's
    private Path file;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "A JDBC URL of H2 or PostgreSQL, or 'memory'. Without it, a file of H2 that is deleted afterwards.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Reads N rows at most.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--zone", defaultValue = "UTC", description = "The zone of the log's times. Default: UTC.")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--agreement",
            paramLabel = "FILE",
            description =
                    "What is promised: JSON with name, calendar, and targets of kind own or resolution by priority. Default: 4, 8, 24 and 72 hours.")
    private Optional<Path> agreement = Optional.empty();

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "When time counts: JSON with tz, weekly and holidays. Default: that of the agreement.")
    private Optional<Path> calendar = Optional.empty();

    @Option(
            names = "--explain",
            paramLabel = "NUMBER",
            description = "Tells on standard error why the clocks of that incident stand where they stand.")
    private Optional<String> explained = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many threads replay side by side. Default: one per processor.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (limit < 0 || workers < 1 || workers > 64) {
            err.println("--limit is at least 0, --workers 1 to 64");
            return 2;
        }
        if (!Files.isRegularFile(file)) {
            err.println(file + ": there is no such file");
            return 2;
        }
        Agreement promised;
        try {
            promised = agreement();
        } catch (IOException | IllegalArgumentException e) {
            err.println("the agreement cannot be read: " + e.getMessage());
            return 2;
        }
        try (TemporaryDirectory directory = new TemporaryDirectory();
                Database open = options.open(
                        database.orElseGet(
                                () -> "jdbc:h2:file:" + directory.path().resolve("replay")),
                        workers,
                        true,
                        InstantSource.system())) {
            Replay replay = new Replay(open, workers, zone, limit, promised, err::println);
            Replay.Outcome outcome = replay.run(file);
            print(outcome);
            explained.ifPresent(number -> replay.explain(number).forEach(err::println));
            return outcome.isFlawless() ? 0 : 1;
        } catch (LogFormatException | NoSuchFileException e) {
            err.println(file + ": " + e.getMessage());
            return 2;
        }
    }

    private Agreement agreement() throws IOException {
        Agreement promised = agreement.isPresent() ? Agreement.read(agreement.get()) : Agreement.standard();
        return calendar.isPresent() ? promised.by(calendar.get()) : promised;
    }

    private void print(Replay.Outcome outcome) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(outcome.report()));
        out.flush();
    }
}
