package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Records;
import org.itsmkit.examples.Database;
import org.itsmkit.incident.Incident;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log only names, a problem, a change, a configuration item, is there afterwards, and the incidents point at it. */
class NamedRecordsTest {

    private static final ExcerptOracle ORACLE = new ExcerptOracle(ExcerptOracle.EXCERPT);
    private static final List<String> HEADER = header();
    private static final LocalDateTime START = LocalDateTime.of(2016, 3, 1, 8, 0);

    private final Database database = Database.inMemory(InstantSource.system());
    private final Itsm itsm = ImportKit.over(database.store(), InstantSource.system());
    private final List<String> told = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    @TempDir
    private Path directory;

    private static List<String> header() {
        try {
            return List.of(Files.readAllLines(ExcerptOracle.EXCERPT).get(0).split(","));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One more row of {@code number}, an hour after the one before in the file; {@code cells} are columns and what stands in them. */
    private void row(String number, String state, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        HEADER.forEach(column -> row.put(column, "?"));
        LocalDateTime at = START.plusHours(rows.size());
        row.put("number", number);
        row.put("incident_state", state);
        row.put("sys_mod_count", Integer.toString(rows.size()));
        row.put(
                "sys_updated_at",
                "%d/%d/%d %02d:00".formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear(), at.getHour()));
        row.put("impact", "2 - Medium");
        row.put("urgency", "2 - Medium");
        row.put("priority", "3 - Moderate");
        for (int i = 0; i < cells.length; i += 2) {
            assertThat(row).containsKey(cells[i]);
            row.put(cells[i], cells[i + 1]);
        }
        rows.add(row);
    }

    private static Instant hour(int row) {
        return START.plusHours(row).toInstant(ZoneOffset.UTC);
    }

    private Report.Related replayed() {
        return replay(HEADER, 1);
    }

    private Report.Related replay(List<String> header, int workers) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
        for (Map<String, String> row : rows) {
            lines.add(header.stream()
                    .map(column -> '"' + row.get(column).replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",")));
        }
        try {
            return replay(Files.write(directory.resolve("log.csv"), lines), workers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Report.Related replay(Path file, int workers) {
        try {
            Replay replay =
                    new Replay(database, workers, ZoneId.of("UTC"), Long.MAX_VALUE, Agreement.standard(), told::add);
            Map<String, Object> report = replay.run(file).report();
            assertThat(report).containsEntry("foldLawHolds", true);
            return (Report.Related) report.get("related");
        } catch (IOException | LogFormatException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Incident incident(String number) {
        return itsm.incidents()
                .find(ImportKit.IMPORT, RecordId.of(number))
                .orElseThrow()
                .record();
    }

    private Incident incidentAt(String number, int row) {
        return itsm.incidents()
                .asOf(ImportKit.IMPORT, RecordId.of(number), hour(row))
                .orElseThrow();
    }

    private Ticket target(Link link) {
        return link.target().kind().equals("problem")
                ? ticket(itsm.problems(), link.target().id())
                : ticket(itsm.changes(), link.target().id());
    }

    private static <R extends Ticketed<R>> Ticket ticket(Records<R> records, RecordId id) {
        return records.find(ImportKit.IMPORT, id).orElseThrow().record().ticket();
    }

    /** What the incident points at in that way, by what is quoted in its title. */
    private List<String> names(Incident incident, LinkType type) {
        return incident.ticket().links().stream()
                .filter(link -> link.type().equals(type.value()))
                .map(link -> target(link).title())
                .map(title -> title.substring(1, title.indexOf("\u201d of the imported log")))
                .sorted()
                .toList();
    }

    private static List<String> items(Incident incident) {
        return incident.ticket().affectedOrBlank().items().stream()
                .map(item -> item.item().value())
                .sorted()
                .toList();
    }

    @Test
    void aLinkComesMovesAndGoesWithTheRows() {
        row("INC1", "New");
        row("INC1", "Active", "problem_id", "Problem ID  7", "rfc", "CHG0000001", "cmdb_ci", "mail server");
        row("INC1", "Active", "problem_id", "Problem ID  8", "rfc", "CHG0000001", "cmdb_ci", "mail gateway");
        row("INC1", "Resolved", "problem_id", "Problem ID  8", "rfc", "CHG0000002", "cmdb_ci", "mail gateway");
        row("INC1", "Closed", "problem_id", "?", "rfc", "", "caused_by", "CHG0000001");

        Report.Related related = replayed();

        assertThat(told).isEmpty();
        List<List<String>> problems = new ArrayList<>();
        List<List<String>> fixes = new ArrayList<>();
        List<List<String>> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            problems.add(names(incidentAt("INC1", i), LinkType.INSTANCE_OF));
            fixes.add(names(incidentAt("INC1", i), LinkType.FIXED_BY));
            items.add(items(incidentAt("INC1", i)));
        }
        assertThat(problems)
                .containsExactly(
                        List.of(),
                        List.of("Problem ID  7"),
                        List.of("Problem ID  8"),
                        List.of("Problem ID  8"),
                        List.of());
        assertThat(fixes)
                .containsExactly(
                        List.of(), List.of("CHG0000001"), List.of("CHG0000001"), List.of("CHG0000002"), List.of());
        assertThat(items)
                .containsExactly(
                        List.of(), List.of("mail server"), List.of("mail gateway"), List.of("mail gateway"), List.of());
        assertThat(names(incident("INC1"), LinkType.CAUSED_BY)).containsExactly("CHG0000001");
        assertThat(related)
                .isEqualTo(new Report.Related(
                        2,
                        2,
                        Map.of(
                                "instance-of", new Report.Linked(1, 0),
                                "fixed-by", new Report.Linked(1, 0),
                                "caused-by", new Report.Linked(1, 1)),
                        2,
                        new Report.Linked(1, 0)));
    }

    @Test
    void twoIncidentsOfOneProblemPointAtOneRecordThatBeganWhenItWasFirstNamed() {
        row("INC1", "New");
        row("INC1", "Active", "problem_id", "PRB7");
        row("INC2", "New", "problem_id", "PRB7");

        Report.Related related = replayed();

        assertThat(related.problems()).isEqualTo(1);
        assertThat(related.links()).containsEntry("instance-of", new Report.Linked(2, 2));
        assertThat(incident("INC1").ticket().links())
                .isEqualTo(incident("INC2").ticket().links());
        List<JournalEntry> journal = itsm.problems().history(ImportKit.IMPORT, RecordId.of("PRB7"));
        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.occurredAt()).isEqualTo(hour(1));
            assertThat(entry.recordedAt()).isEqualTo(hour(1));
        });
        assertThat(ticket(itsm.problems(), RecordId.of("PRB7")).description())
                .contains("INC1")
                .contains("problem_id");
    }

    @Test
    void aChangeThatIsBothTheCauseAndTheFixIsOneRecord() {
        row("INC1", "New", "rfc", "CHG0000001", "caused_by", "CHG0000001", "problem_id", "CHG0000001");

        Report.Related related = replayed();

        assertThat(related.changes()).isEqualTo(1);
        assertThat(related.problems()).isEqualTo(1);
        assertThat(incident("INC1").ticket().links()).hasSize(3);
    }

    @Test
    void namesOfAnySortAreKeptApart() {
        List<String> names = List.of(
                "Mail/Exchange: \u201cfull\u201d, again",
                "mail exchange full again",
                "mail-exchange-full-again",
                "mail--exchange-full-again",
                "named:0",
                "\u90f5\u4ef6",
                "\ud83d\udce7",
                "two\nlines",
                "'; drop table record; --",
                ".",
                "x".repeat(64),
                "x".repeat(65),
                "x".repeat(5_000));
        for (int i = 0; i < names.size(); i++) {
            row("INC" + i, "New", "problem_id", names.get(i), "rfc", names.get(i));
        }
        row("INC99", "New", "problem_id", "  " + names.get(0) + " ");

        Report.Related related = replayed();

        assertThat(told).isEmpty();
        assertThat(related.problems()).isEqualTo(names.size());
        assertThat(related.changes()).isEqualTo(names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).replace('\n', ' ');
            String shown = name.length() > 200 ? name.substring(0, 200) + "\u2026" : name;
            assertThat(incident("INC" + i).ticket().links())
                    .hasSize(2)
                    .allSatisfy(link -> assertThat(target(link).title())
                            .isEqualTo("\u201c" + shown + "\u201d of the imported log"));
        }
        assertThat(incident("INC99").ticket().links())
                .hasSize(1)
                .isSubsetOf(incident("INC0").ticket().links());
    }

    @Test
    void noNameTakesTheIdOfAnother() {
        String odd = "Problem ID  7";
        String itsId = NamedId.of(odd).value();

        assertThat(NamedId.of(itsId)).isNotEqualTo(NamedId.of(odd));
        assertThat(NamedId.of("CHG0000001")).isEqualTo(RecordId.of("CHG0000001"));
        assertThat(itsId).as("the same on every machine, for ever").isEqualTo("Problem-ID-7:429675a079a74d5bff92");
    }

    @Test
    void aConfigurationItemThatCannotBeOneIsAnErrorAndItsRowCountsAllTheSame() {
        row("INC1", "New", "cmdb_ci", "mail\u200bserver", "problem_id", "PRB7");

        Report.Related related = replayed();

        assertThat(told).singleElement().asString().contains("line 2: cmdb_ci is ");
        assertThat(related.configurationItems()).isZero();
        assertThat(related.problems()).isEqualTo(1);
    }

    @Test
    void whatCannotBeKeptNamesNothing() {
        row("INC1", "New", "problem_id", "PRB\u00007");

        Report.Related related = replayed();

        assertThat(told).singleElement().asString().contains("line 2: problem_id is ");
        assertThat(related.problems()).isZero();
        assertThat(incident("INC1").ticket().links()).isEmpty();
    }

    @Test
    void aLogMayDoWithoutTheseColumns() {
        row("INC1", "New", "problem_id", "PRB7");
        row("INC1", "Active", "problem_id", "PRB7");
        List<String> header = HEADER.stream()
                .filter(column ->
                        !Set.of("problem_id", "rfc", "caused_by", "cmdb_ci").contains(column))
                .toList();

        Report.Related related = replay(header, 1);

        assertThat(told).isEmpty();
        Report.Linked none = new Report.Linked(0, 0);
        assertThat(related)
                .isEqualTo(new Report.Related(
                        0, 0, Map.of("instance-of", none, "fixed-by", none, "caused-by", none), 0, none));
        assertThat(incident("INC1").ticket().links()).isEmpty();
    }

    @Test
    void everyRowOfTheExcerptPointsAtWhatItNames() {
        replay(ExcerptOracle.EXCERPT, 2);

        int named = 0;
        for (List<ExcerptOracle.Row> rows : ORACLE.incidents.values()) {
            for (int i = 0; i < rows.size(); i++) {
                ExcerptOracle.Row row = rows.get(i);
                if (i + 1 < rows.size() && rows.get(i + 1).latest().equals(row.latest())) {
                    continue; // only the last row of a minute can be told by time
                }
                Incident incident = itsm.incidents()
                        .asOf(
                                ImportKit.IMPORT,
                                RecordId.of(row.get("number")),
                                row.latest().toInstant(ZoneOffset.UTC))
                        .orElseThrow();
                assertThat(names(incident, LinkType.INSTANCE_OF)).isEqualTo(named(row, "problem_id"));
                assertThat(names(incident, LinkType.FIXED_BY)).isEqualTo(named(row, "rfc"));
                assertThat(names(incident, LinkType.CAUSED_BY)).isEqualTo(named(row, "caused_by"));
                assertThat(items(incident)).isEqualTo(named(row, "cmdb_ci"));
                named += incident.ticket().links().size();
            }
        }
        assertThat(named).isGreaterThan(50);
    }

    private static List<String> named(ExcerptOracle.Row row, String column) {
        return row.has(column) ? List.of(row.get(column)) : List.of();
    }

    @Test
    void aSecondReplayMakesNothingTwiceHoweverManyWorkersThereAre() {
        Report.Related first = replay(ExcerptOracle.EXCERPT, 1);
        Map<String, List<JournalEntry>> journals = journals();

        Report.Related second = replay(ExcerptOracle.EXCERPT, 4);

        assertThat(second).isEqualTo(first);
        assertThat(journals()).isEqualTo(journals).hasSize(19);
        assertThat(journals.values()).allSatisfy(journal -> assertThat(journal).hasSize(1));
    }

    @Test
    void aRecordBeginsWithTheFirstRowOfTheFileThatNamesIt() {
        replay(ExcerptOracle.EXCERPT, 4);

        Map<String, Instant> expected = new TreeMap<>();
        Comparator<List<ExcerptOracle.Row>> place = Comparator.comparing(
                rows -> rows.stream().mapToInt(ExcerptOracle.Row::line).min().orElseThrow());
        ORACLE.incidents.values().stream()
                .sorted(place)
                .forEach(rows -> rows.forEach(row -> {
                    Arrays.asList("problem_id", "rfc", "caused_by").forEach(column -> {
                        if (row.has(column)) {
                            expected.putIfAbsent(row.get(column), row.at().toInstant(ZoneOffset.UTC));
                        }
                    });
                }));
        Map<String, Instant> openings = new TreeMap<>();
        for (Link link : everyLink()) {
            Ticket ticket = target(link);
            openings.put(
                    ticket.title().substring(1, ticket.title().indexOf("\u201d of the imported log")),
                    ticket.openedAt());
        }
        assertThat(openings).isNotEmpty();
        assertThat(expected).containsAllEntriesOf(openings);
    }

    private Set<Link> everyLink() {
        Set<Link> links = new TreeSet<>(Comparator.comparing(Link::target));
        ORACLE.incidents
                .keySet()
                .forEach(number -> links.addAll(incident(number).ticket().links()));
        return links;
    }

    private Map<String, List<JournalEntry>> journals() {
        Map<String, List<JournalEntry>> journals = new TreeMap<>();
        for (String name : ORACLE.names("problem_id")) {
            journals.put(name, itsm.problems().history(ImportKit.IMPORT, NamedId.of(name)));
        }
        for (String name : ORACLE.names("rfc", "caused_by")) {
            journals.put(name, itsm.changes().history(ImportKit.IMPORT, NamedId.of(name)));
        }
        return journals;
    }
}
