package org.itsmkit.examples.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.Progress;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.ChainVerifier;

/**
 * Replays a log: reads it row by row, gives its incidents to workers, and then reads from the journals what came of it.
 */
public final class Replay {

    private final Database database;
    private final int workers;
    private final ZoneId zone;
    private final long limit;
    private final Problems problems;
    private final Namings namings = new Namings();
    private final Relations relations = new Relations();
    private final ServiceLevels levels;
    private final IncidentFlow flow = new IncidentFlow();

    /**
     * A replay that has not begun.
     *
     * @param workers how many threads work side by side
     * @param zone in which the log's times are
     * @param limit the most rows that are read
     * @param agreement what is promised of the incidents
     * @param told is told of each problem, with its line
     */
    public Replay(Database database, int workers, ZoneId zone, long limit, Agreement agreement, Consumer<String> told) {
        this.database = database;
        this.workers = workers;
        this.zone = zone;
        this.limit = limit;
        this.problems = new Problems(told);
        this.levels = new ServiceLevels(agreement);
    }

    /** What came of a replay: the report as it is printed, and whether there is nothing in it to be sorry about. */
    public record Outcome(Map<String, Object> report, boolean isFlawless) {}

    /**
     * Replays {@code file}.
     *
     * @throws LogFormatException if the file is no log
     * @throws IOException if it cannot be read at all
     */
    public Outcome run(Path file) throws IOException, LogFormatException, InterruptedException {
        Set<RecordId> seen = new LinkedHashSet<>();
        long rows = 0;
        long start;
        double seconds;
        try (LogReader reader = new LogReader(file, zone, problems)) {
            start = System.nanoTime();
            Crew crew = new Crew(workers, () -> new Replayer(database.store(), namings, problems));
            try (Progress progress = Progress.of("Replaying", "rows", -1)) {
                rows = feed(reader, crew, seen, progress);
            } finally {
                crew.finish();
            }
            seconds = secondsSince(start);
        }
        start = System.nanoTime();
        Itsm itsm = ImportKit.over(database.store(), InstantSource.system());
        Figures figures = figures(itsm, seen);
        Optional<Boolean> chains = database.chains().map(chain -> chainsHold(chain, itsm));
        boolean foldLaw = foldLawHolds(itsm);
        Report report = new Report(
                figures.toFigures(),
                levels.toMap(),
                flow.toMap(),
                relations.toFigures(target -> Namings.isMade(target, itsm)),
                chains,
                foldLaw,
                new Report.Timings(rows, seconds, secondsSince(start)),
                problems.count(),
                problems.kept());
        return new Outcome(report.toMap(), problems.count() == 0 && foldLaw && chains.orElse(true));
    }

    /** Why the clocks of the incident of that number stand where they stand, in sentences; none if there is no such one. */
    public List<String> explain(String number) {
        return levels.explain(number);
    }

    private long feed(LogReader reader, Crew crew, Set<RecordId> seen, Progress progress) throws InterruptedException {
        long rows = 0;
        List<LogRow> incident = new ArrayList<>();
        while (rows < limit && !crew.hasFailed()) {
            Optional<LogRow> row = reader.next();
            if (row.isEmpty()) {
                break;
            }
            if (!incident.isEmpty() && !incident.get(0).id().equals(row.get().id())) {
                give(crew, incident);
                incident.clear();
            }
            incident.add(row.get());
            seen.add(row.get().id());
            progress.to(++rows);
        }
        if (!incident.isEmpty()) {
            give(crew, incident);
        }
        return rows;
    }

    private void give(Crew crew, List<LogRow> incident) throws InterruptedException {
        List<LogRow> rows = incident.stream().sorted(LogRow.ORDER).toList();
        rows.forEach(namings::note);
        crew.give(rows);
    }

    private Figures figures(Itsm itsm, Set<RecordId> seen) {
        Figures figures = new Figures(levels, flow);
        try (Progress progress = Progress.of("Reading journals", "incidents", seen.size())) {
            for (RecordId id : seen) {
                var journal = itsm.incidents().history(ImportKit.IMPORT, id);
                if (!journal.isEmpty()) {
                    figures.add(journal);
                    relations.add(journal);
                }
                progress.step();
            }
        }
        return figures;
    }

    private static boolean chainsHold(ChainVerifier chain, Itsm itsm) {
        try (Progress progress = Progress.of("Verifying chains", "entries", -1)) {
            return chain.verifyChains(itsm.registry().kinds(), progress::to).holds();
        }
    }

    private boolean foldLawHolds(Itsm itsm) {
        boolean holds = true;
        for (Definition<?> definition : itsm.registry().all()) {
            try (Progress progress = Progress.of("Folding " + definition.name(), "records", -1)) {
                holds &= FoldLaw.check(database.store(), ImportKit.TENANT, definition.kind(), progress::to)
                        .holds();
            }
        }
        return holds;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
