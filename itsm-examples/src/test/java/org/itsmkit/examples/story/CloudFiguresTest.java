package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.examples.TestDatabases;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.Observation;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.service.ServiceEvent;
import org.itsmkit.service.Services;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the story tells in figures is reckoned once more, by hand, from the records and journals that it leaves behind. */
class CloudFiguresTest {

    private static final TenantId TENANT = TenantId.of("story-1");
    private static final Set<String> CLOUDS = Set.of("nimbus", "cumulus", "stratus");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneId.of("Europe/Zurich"));

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Database database = TestDatabases.open(Database.MEMORY, clock);
    private String told = "";

    @BeforeEach
    void isPlayed() {
        told = Theatre.play(new CloudPolicy(), database, clock);
    }

    @AfterEach
    void isClosed() {
        database.close();
    }

    private <R> List<Stored<R>> all(RecordKind<R> kind) {
        return IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> RecordId.of("story-" + number))
                .flatMap(id -> database.store().find(TENANT, kind, id).stream())
                .toList();
    }

    private Directive directive() {
        return all(Directives.KIND).get(0).record();
    }

    /** Who supplied each service then, and for how many thousand francs, by its journal. */
    private Map<RecordId, String[]> suppliedAt(Instant at) {
        Map<RecordId, String[]> supplied = new HashMap<>();
        for (var service : all(Services.KIND)) {
            for (JournalEntry entry : database.store().journal(TENANT, Services.KIND, service.id(), 0, 1_000)) {
                if (entry.recordedAt().isAfter(at)) {
                    break;
                }
                if (entry.event() instanceof ServiceEvent.DimensionAddressed addressed
                        && addressed.dimension() == Dimension.PARTNERS_AND_SUPPLIERS) {
                    supplied.put(service.id(), addressed.note().note().split(" thousand francs a year to "));
                }
            }
        }
        return supplied;
    }

    @Test
    void whatWasReportedIsWhatTheJournalsOfTheServicesSay() {
        List<Observation> observed = directive().observations();

        assertThat(observed).hasSize(11);
        for (Observation one : observed) {
            var supplied = suppliedAt(one.at()).values();
            long inCloud =
                    supplied.stream().filter(by -> CLOUDS.contains(by[1])).count();
            assertThat(one.value().doubleValue()).isCloseTo(100.0 * inCloud / supplied.size(), within(0.05));
            assertThat(told).contains("Ines reports: " + inCloud + " of " + supplied.size() + ", ");
        }
    }

    private String index(String at) {
        Map<String, Double> francs = new HashMap<>();
        suppliedAt(Instant.parse(at)).values().forEach(by -> francs.merge(by[1], Double.valueOf(by[0]), Double::sum));
        double total = francs.values().stream().mapToDouble(one -> one).sum();
        double sum = francs.values().stream()
                .mapToDouble(one -> Math.pow(100 * one / total, 2))
                .sum();
        return String.format(Locale.ROOT, "%.2f", Math.floor(sum * 100) / 100);
    }

    @Test
    void suppliersBecomeFewAndAreFewStillInTheEndButLess() {
        assertThat(told)
                .contains("the Herfindahl–Hirschman index of its suppliers is " + index("2026-01-05T09:00:00Z")
                        + " (moderate)")
                .contains("the Herfindahl–Hirschman index is " + index("2026-07-06T07:00:00Z") + " of 10,000")
                .contains("the Herfindahl–Hirschman index of its suppliers is " + index("2026-12-01T09:00:00Z")
                        + " (moderate)");
    }

    /** The straight line of least squares through what was observed in [from, to], and where it reaches the goal. */
    private static Instant reaches(double goal, List<Observation> observed) {
        Instant zero = observed.get(0).at();
        double n = observed.size();
        List<double[]> points = new ArrayList<>();
        observed.forEach(one -> points.add(new double[] {
            Duration.between(zero, one.at()).toSeconds(), one.value().doubleValue()
        }));
        double meanX = points.stream().mapToDouble(p -> p[0]).sum() / n;
        double meanY = points.stream().mapToDouble(p -> p[1]).sum() / n;
        double slope = points.stream()
                        .mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY))
                        .sum()
                / points.stream().mapToDouble(p -> Math.pow(p[0] - meanX, 2)).sum();
        return zero.plusSeconds(Math.round(meanX + (goal - meanY) / slope));
    }

    @Test
    void theForecastBeforeThePlanWasRevisedMissesTheDay() {
        Direction old = directive().replaced().get(0).direction();
        Instant july = Instant.parse("2026-07-01T07:00:00Z");
        List<Observation> until = directive().observations().stream()
                .filter(one -> !one.at().isAfter(july))
                .toList();
        Instant forecast = reaches(50, until);

        assertThat(forecast).isAfter(old.target().due());
        assertThat(told).contains("| behind | " + DAY.format(forecast) + " |");
    }

    @Test
    void whatThePlanExpectedLiesOnAStraightLine() {
        Instant from = Instant.parse("2026-04-01T06:00:00Z");
        Instant to = Instant.parse("2026-07-01T06:00:00Z");
        Instant at = Instant.parse("2026-06-01T07:00:00Z");
        double part = (double) Duration.between(from, at).toSeconds()
                / Duration.between(from, to).toSeconds();
        double expected = 25 + (41.7 - 25) * part;

        assertThat(told)
                .contains(String.format(
                        Locale.ROOT, "| 1 Jun 2026 | %.1f %% | 25.0 %% | %.1f %% |", expected, 25 - expected));
    }

    @Test
    void thePolicyIsCountedAsTheChangesAre() {
        List<Change> changes = all(Changes.KIND).stream().map(Stored::record).toList();
        long wrong = changes.stream()
                .map(change -> change.ticket().custom())
                .filter(custom -> FieldValue.text("old-servers").equals(custom.get("new-on"))
                        || FieldValue.text("cloud").equals(custom.get("new-on")) && !custom.containsKey("exit-plan"))
                .count();
        long refused = told.lines()
                .filter(line -> line.contains("Refused as policy:cloud-first"))
                .count();

        assertThat(told)
                .contains("cloud-first: " + (changes.size() - wrong) + " of " + changes.size()
                        + " records are as it wants them.")
                .contains("it denied " + refused + ", warned of 1 and was waived for 1 commands.");
    }
}
