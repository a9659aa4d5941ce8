package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Changes;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that the story tells are reckoned once more here, hour by hour and entry by entry, of the records that it left behind. */
class FoodDeliveryFiguresTest {

    private static final Instant NOTICED = Instant.parse("2026-03-23T00:00:00Z");

    private static Database database;
    private static Stage stage;
    private static String told;

    @BeforeAll
    static void plays() {
        SettableClock clock = new SettableClock(Instant.EPOCH);
        database = Database.inMemory(clock);
        Story story = new FoodDelivery();
        stage = new Stage(story, database, TenantId.of("figures"), clock);
        story.play(stage);
        told = new Account(story, stage).write();
    }

    @AfterAll
    static void ends() {
        database.close();
    }

    private static <R> List<Stored<R>> all(RecordKind<R> kind) {
        return database.store()
                .query(stage.tenant(), kind, Query.where(Condition.all()).limit(500))
                .items();
    }

    /** One by one: an hour counts if it begins on a working day, from nine to before five. */
    private static int workingHours(Instant from, Instant to) {
        int hours = 0;
        for (LocalDateTime hour = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
                hour.isBefore(LocalDateTime.ofInstant(to, ZoneOffset.UTC));
                hour = hour.plusHours(1)) {
            boolean isWeekend = hour.getDayOfWeek() == DayOfWeek.SATURDAY || hour.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!isWeekend && hour.getHour() >= 9 && hour.getHour() < 17) {
                hours++;
            }
        }
        return hours;
    }

    /** From the entry by which it was drafted to that by which it was closed, of those that were made; by journals alone. */
    private static List<Integer> leadTimes(boolean before) {
        List<Integer> hours = new ArrayList<>();
        for (Stored<?> change : all(Changes.KIND)) {
            List<JournalEntry> journal = Account.entries(stage, Changes.KIND, change.id());
            boolean wasMade = journal.stream().anyMatch(entry -> entry.event() instanceof ChangeEvent.Implemented);
            Instant from = journal.get(0).occurredAt();
            if (wasMade && from.isBefore(NOTICED) == before) {
                hours.add(workingHours(from, journal.get(journal.size() - 1).occurredAt()));
            }
        }
        return hours.stream().sorted().toList();
    }

    private static String median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        int twice = sorted.size() % 2 == 1 ? 2 * sorted.get(middle) : sorted.get(middle - 1) + sorted.get(middle);
        return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2)).toPlainString();
    }

    @Test
    void leadTimesAreThoseOfTheJournals() {
        List<Integer> before = leadTimes(true);
        List<Integer> after = leadTimes(false);

        assertThat(told)
                .contains("lead-time (working hours, lower is better): " + median(before) + " in the median of "
                        + before.size() + " before, " + median(after) + " in the median of " + after.size()
                        + " after. IMPROVED");
    }

    /** Where all before are longer than all after, only one of all choices of ranks is as clear, and its mirror image. */
    @Test
    void theVerdictIsThatOfCountingChoices() {
        List<Integer> before = leadTimes(true);
        List<Integer> after = leadTimes(false);
        assertThat(before.get(0)).isGreaterThan(after.get(after.size() - 1));
        double choices = 1;
        for (int i = 1; i <= after.size(); i++) {
            choices = choices * (before.size() + i) / i;
        }

        BigDecimal said = all(Improvements.KIND)
                .get(0)
                .record()
                .comparison(ShorterQueue.LEAD_TIME)
                .orElseThrow()
                .pValue()
                .orElseThrow();

        assertThat(said.doubleValue()).isCloseTo(2 / choices, offset(1e-9));
    }

    /** What waits in front of the test, of all changes until it was noticed. */
    @Test
    void theBottleneckIsWhereTheTimelinesWait() {
        int waited = 0;
        int left = 0;
        for (Stored<Change> change : all(Changes.KIND)) {
            List<Stretch> stretches = change.record().ticket().timeline();
            for (int i = 0; i + 1 < stretches.size(); i++) {
                Status status = stretches.get(i).status();
                Instant until = stretches.get(i + 1).from();
                if (until.isBefore(NOTICED) && status.equals(FeatureWay.AWAITING_TEST)) {
                    waited += workingHours(stretches.get(i).from(), until);
                }
                if (until.isBefore(NOTICED) && status.equals(FeatureWay.TESTING)) {
                    left++;
                }
            }
        }

        assertThat(told)
                .contains("Work waits most at test: " + waited / 24 + " d " + waited % 24 + " h all together, while "
                        + left + " left");
    }

    /** By the entries in which people gave stars, in the month in which what they had was resolved. */
    @Test
    void satisfactionIsThatOfWhatPeopleSaid() {
        for (String month : List.of("2026-02", "2026-03")) {
            List<BigDecimal> stars = all(Incidents.KIND).stream()
                    .map(incident -> Account.entries(stage, Incidents.KIND, incident.id()))
                    .filter(journal -> journal.stream()
                            .anyMatch(entry -> entry.event() instanceof IncidentEvent.Resolved
                                    && entry.occurredAt().toString().startsWith(month)))
                    .flatMap(FoodDeliveryFiguresTest::stars)
                    .toList();
            BigDecimal sum = stars.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(told)
                    .contains(stars.size() + " people said how content they were with the help they had: "
                            + sum.divide(BigDecimal.valueOf(stars.size()), 2, RoundingMode.FLOOR) + " stars of 5");
        }
    }

    private static Stream<BigDecimal> stars(List<JournalEntry> journal) {
        return journal.stream()
                .map(JournalEntry::event)
                .filter(TicketEvent.FieldsSet.class::isInstance)
                .map(event -> ((TicketEvent.FieldsSet<?>) event).values().get(FoodDelivery.STARS))
                .filter(FieldValue.Decimal.class::isInstance)
                .map(value -> ((FieldValue.Decimal) value).value());
    }

    /** Whoever paid twice got back what they paid, and until then the ledger could not call it value. */
    @Test
    void moneyIsThatOfTheIncidents() {
        Instant asked = Instant.parse("2026-03-16T17:00:00Z");
        BigDecimal lost = BigDecimal.ZERO;
        BigDecimal paidBack = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (Stored<Incident> incident : all(Incidents.KIND)) {
            var custom = incident.record().ticket().custom();
            if (custom.get(FoodDelivery.OVERCHARGED) instanceof FieldValue.Decimal amount) {
                lost = lost.add(amount.value());
                if (incident.record().ticket().openedAt().isBefore(asked)) {
                    open = open.add(amount.value());
                }
            }
            if (custom.get(FoodDelivery.PAID_BACK) instanceof FieldValue.Decimal amount) {
                paidBack = paidBack.add(amount.value());
            }
        }

        assertThat(told)
                .contains(String.format(
                        Locale.ROOT, "CANNOT_TELL. In ISK: %s less is favourable than not.", open.toPlainString()));
        assertThat(paidBack).isEqualByComparingTo(lost).isPositive();
        assertThat(told).contains("For diners: CREATED. In ISK: what is favourable and what is not are the same.");
    }
}
