package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.Itsm;
import org.itsmkit.examples.Database;
import org.itsmkit.incident.Incident;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Ticket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asked how an incident was at the time of a row, the kit answers with every column of that row. */
class AsOfTest {

    private static final ExcerptOracle ORACLE = new ExcerptOracle(ExcerptOracle.EXCERPT);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm");
    private static final List<String> HINDSIGHT = List.of("resolved_at", "resolved_by", "closed_code", "closed_at");

    private static Itsm itsm;

    @BeforeAll
    static void replay() throws IOException, LogFormatException, InterruptedException {
        Database database = Database.inMemory(InstantSource.system());
        new Replay(database, 2, ZoneId.of("UTC"), Long.MAX_VALUE, Agreement.standard(), problem -> {})
                .run(ExcerptOracle.EXCERPT);
        itsm = ImportKit.over(database.store(), InstantSource.system());
    }

    @Test
    void everyColumnOfRandomRowsIsFound() {
        List<ExcerptOracle.Row> all = new ArrayList<>();
        ORACLE.incidents.values().forEach(all::addAll);
        Random random = new Random(20160229);
        for (int i = 0; i < 600; i++) {
            check(all.get(random.nextInt(all.size())));
        }
    }

    @Test
    void everyColumnOfTheOddIncidentsIsFound() {
        for (List<ExcerptOracle.Row> incident : ORACLE.incidents.values()) {
            boolean isOdd = incident.stream().anyMatch(r -> r.at().isBefore(r.latest()))
                    || incident.stream().anyMatch(r -> ORACLE.linesInUnknownStates.contains(r.line()));
            if (isOdd) {
                incident.forEach(AsOfTest::check);
            }
        }
    }

    @Test
    void beforeItWasRecordedThereIsNothing() {
        ORACLE.incidents.forEach((number, rows) ->
                assertThat(asOf(number, rows.get(0).latest().minusMinutes(1))).isEmpty());
    }

    private static Optional<Incident> asOf(String number, LocalDateTime at) {
        return itsm.incidents().asOf(ImportKit.IMPORT, RecordId.of(number), at.toInstant(ZoneOffset.UTC));
    }

    /** Several rows of one minute cannot be told apart by time: the last of them is what is known at that minute. */
    private static void check(ExcerptOracle.Row random) {
        List<ExcerptOracle.Row> incident = ORACLE.incidents.get(random.get("number"));
        ExcerptOracle.Row row = incident.stream()
                .filter(r -> r.latest().equals(random.latest()))
                .reduce((a, b) -> b)
                .orElseThrow();

        Incident known = asOf(row.get("number"), row.latest()).orElseThrow();

        assertThat(columns(known)).as("line %s", row.line()).isEqualTo(expected(row));
    }

    /** What the row says, without what it cannot have known. */
    private static Map<String, String> expected(ExcerptOracle.Row row) {
        Map<String, String> expected = new LinkedHashMap<>(row.cells());
        expected.remove("number");
        String state = row.get("incident_state");
        boolean resolvedBefore = row.has("resolved_at")
                && !ExcerptOracle.time(row.get("resolved_at")).isAfter(row.at());
        boolean closedBefore = row.has("closed_at")
                && !ExcerptOracle.time(row.get("closed_at")).isAfter(row.at());
        boolean isClosed = state.equals("Closed");
        boolean knowsResolution = isClosed || state.equals("Resolved") && resolvedBefore;
        for (String column : HINDSIGHT) {
            boolean isKnown = column.equals("closed_at") ? isClosed && closedBefore : knowsResolution;
            if (!isKnown) {
                expected.put(column, "?");
            }
        }
        return expected;
    }

    private static Map<String, String> columns(Incident incident) {
        Ticket ticket = incident.ticket();
        Map<String, String> columns = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            columns.put(column.header(), text(ticket.custom().get(column.header())));
        }
        columns.remove("number");
        columns.put(
                "incident_state",
                ticket.custom().containsKey("logged-state")
                        ? text(ticket.custom().get("logged-state"))
                        : state(ticket));
        columns.put("impact", level(ticket.impact()));
        columns.put("urgency", level(ticket.urgency()));
        columns.put(
                "priority",
                List.of("1 - Critical", "2 - High", "3 - Moderate", "4 - Low")
                        .get(ticket.priority().rank() - 1));
        columns.put("assignment_group", ticket.group().map(Id::value).orElse("?"));
        columns.put("assigned_to", ticket.assignee().map(Id::value).orElse("?"));
        String[] path = ticket.category().map(Id::value).orElse("?").split("/", 2);
        columns.put("category", path[0]);
        columns.put("subcategory", path.length > 1 ? path[1] : "?");
        if (!ticket.custom().containsKey("sys_updated_at")) {
            columns.put("sys_updated_at", text(FieldValue.moment(ticket.updatedAt())));
        }
        return columns;
    }

    private static String state(Ticket ticket) {
        Map<String, String> names = Map.of(
                "new", "New",
                "in-progress", "Active",
                "resolved", "Resolved",
                "closed", "Closed",
                "awaiting-requester", "Awaiting User Info",
                "awaiting-problem", "Awaiting Problem",
                "awaiting-supplier", "Awaiting Vendor",
                "awaiting-evidence", "Awaiting Evidence");
        return names.get(
                ticket.hold().map(hold -> hold.reason()).orElse(ticket.status().name()));
    }

    private static String level(Id level) {
        return Map.of("high", "1 - High", "medium", "2 - Medium", "low", "3 - Low")
                .get(level.value());
    }

    private static String text(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        if (value instanceof FieldValue.Decimal decimal) {
            return decimal.value().toPlainString();
        }
        if (value instanceof FieldValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof FieldValue.Moment moment) {
            Instant at = moment.value();
            return FORMAT.format(at.atOffset(ZoneOffset.UTC));
        }
        return "?";
    }
}
