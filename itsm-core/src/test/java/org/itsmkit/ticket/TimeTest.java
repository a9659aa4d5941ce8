package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.junit.jupiter.api.Test;

/** What a ticket took of people's time, and what it cost. */
class TimeTest {

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private Worksheet sheet() {
        return company.now(id).record().ticket().worksheetOrBlank();
    }

    private static TimeCommand.Record<Incident> spent(Duration spent, Cost cost) {
        return new TimeCommand.Record<>(
                Optional.of(CARLA),
                Optional.empty(),
                spent,
                Activity.EXECUTION,
                true,
                Optional.of(cost),
                Optional.empty());
    }

    private List<String> refusal(Command<Incident> command) {
        return company.refused(id, command).violations().stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void whoSaysNothingElseHasJustSpentTheTime() {
        company.clock.advance(Duration.ofHours(2));
        company.does(BEN, id, new TimeCommand.Record<>(Duration.ofMinutes(45), Activity.ANALYSIS));

        assertThat(sheet().times())
                .containsExactly(new TimeEntry(
                        1,
                        BEN,
                        company.clock.instant().minus(Duration.ofMinutes(45)),
                        Duration.ofMinutes(45),
                        Activity.ANALYSIS,
                        false,
                        Optional.empty()));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(refusal(new TimeCommand.Record<>(Duration.ZERO, Activity.TRAVEL)))
                .containsExactly("time.not-possible");
        assertThat(refusal(new TimeCommand.Record<>(Duration.ofNanos(-1), Activity.TRAVEL)))
                .containsExactly("time.not-possible");
        assertThat(refusal(new TimeCommand.Record<>(Duration.ofHours(1_000).plusNanos(1), Activity.TRAVEL)))
                .containsExactly("time.not-possible");
        assertThat(refusal(new TimeCommand.Record<>(Duration.ofSeconds(Long.MAX_VALUE), Activity.TRAVEL)))
                .containsExactly("time.not-possible");
        for (Cost cost : List.of(
                Cost.of("-0.01", "EUR"),
                Cost.of("0.001", "EUR"),
                Cost.of("0.5", "JPY"),
                Cost.of("1000000000000.01", "EUR"))) {
            assertThat(refusal(spent(Duration.ofHours(1), cost))).as("%s", cost).containsExactly("time.not-payable");
        }
        assertThat(refusal(new TimeCommand.Record<>(
                        Optional.of(GUS),
                        Optional.empty(),
                        Duration.ofHours(1),
                        Activity.TRAVEL,
                        false,
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly("rule:worker-is-known");
        for (Instant begun : List.of(company.clock.instant().plusSeconds(1), Instant.parse("9999-12-31T23:59:59Z"))) {
            assertThat(refusal(begun(begun))).containsExactly("time.in-future");
        }
        assertThat(refusal(begun(Instant.parse("0001-01-01T00:00:00Z")))).containsExactly("time.too-long-ago");
        assertThat(company.now(id).record().ticket().worksheet()).isEmpty();
    }

    private static TimeCommand.Record<Incident> begun(Instant at) {
        return new TimeCommand.Record<>(
                Optional.empty(),
                Optional.of(at),
                Duration.ofHours(1),
                Activity.TRAVEL,
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void sumsThatWouldExhaustTheMemoryAreNoCosts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cost.of("1E999999999", "EUR"));
        assertThat(Cost.of("1.50", "EUR")).isEqualTo(Cost.of("1.5", "EUR"));
    }

    @Test
    void aMistakeIsRemovedOnceAndStaysInTheJournal() {
        company.does(id, spent(Duration.ofHours(10), Cost.of("900", "EUR")));
        company.does(id, new TimeCommand.Remove<>(1, "it was one hour"));
        company.does(id, spent(Duration.ofHours(1), Cost.of("90", "EUR")));

        assertThat(refusal(new TimeCommand.Remove<>(1, "again"))).containsExactly("time.unknown");
        assertThat(sheet().times()).extracting(TimeEntry::number).containsExactly(2);
        assertThat(sheet().totals().spent()).isEqualTo(Duration.ofHours(1));
        assertThat(company.events(id)).containsExactly("logged", "time-recorded", "time-removed", "time-recorded");
        assertThat(company.journal(id).get(2).event())
                .isInstanceOfSatisfying(
                        WorkEvent.TimeRemoved.class,
                        removed -> assertThat(removed.entry().spent()).isEqualTo(Duration.ofHours(10)));
    }

    @Test
    void numbersAreNeverUsedAgain() {
        company.does(id, spent(Duration.ofHours(1), Cost.of("1", "EUR")));
        company.does(id, new TimeCommand.Remove<>(1, "wrong ticket"));
        assertThat(sheet().times()).isEmpty();
        company.does(id, new AttachmentCommand.Attach<>("a.txt", "text/plain", 1, "k", Optional.empty(), false));
        assertThat(sheet().attachments()).extracting(Attachment::number).containsExactly(2);
    }

    @Test
    void thereAreAThousandEntriesAtMost() {
        List<Command<Incident>> all = new ArrayList<>();
        IntStream.range(0, Worksheet.MOST_TIMES)
                .forEach(i -> all.add(new TimeCommand.Record<>(Duration.ofMinutes(1), Activity.ANALYSIS)));
        done(company.itsm.incidents().submitAll(caller(DORA), id, all, Options.none()));
        assertThat(refusal(new TimeCommand.Record<>(Duration.ofMinutes(1), Activity.ANALYSIS)))
                .containsExactly("time.too-many");
        company.does(id, new TimeCommand.Remove<>(1, "nobody will notice"));
        company.does(id, new TimeCommand.Record<>(Duration.ofMinutes(1), Activity.ANALYSIS));
        assertThat(sheet().totals().spent()).isEqualTo(Duration.ofMinutes(1_000));
    }

    @Test
    void requestersDoNotReadOfTime() {
        Company roles = Company.withRoles();
        RecordId mail = roles.log().id();
        roles.does(DORA, mail, new TimeCommand.Record<>(Duration.ofMinutes(1), Activity.ANALYSIS));
        roles.does(DORA, mail, new TimeCommand.Remove<>(1, "too little to mention"));

        assertThat(roles.itsm.incidents().history(caller(ANNA), mail))
                .extracting(JournalEntry::name)
                .containsExactly("logged");
        assertThat(roles.itsm.incidents().history(caller(BEN), mail))
                .extracting(JournalEntry::name)
                .containsExactly("logged", "time-recorded", "time-removed");
    }

    @Property(tries = 200)
    void totalsAreExact(
            @ForAll @Size(max = 60) List<@LongRange(min = 1, max = 3_600_000_000_000L) Long> nanos,
            @ForAll @IntRange(min = 1) int seed) {
        List<PersonId> people = List.of(ANNA, BEN, CARLA);
        List<Activity> activities = List.of(Activity.ANALYSIS, Activity.TRAVEL);
        List<String> currencies = List.of("EUR", "USD");
        List<TimeEntry> entries = new ArrayList<>();
        // The oracle counts in whole nanoseconds and whole cents.
        Map<String, BigInteger> oracle = new TreeMap<>();
        for (int i = 0; i < nanos.size(); i++) {
            int choice = Math.floorMod(seed * 31 + i * 17, 12);
            PersonId person = people.get(choice % 3);
            Activity activity = activities.get(choice % 2);
            String currency = currencies.get(choice / 6);
            long cents = nanos.get(i) % 1_000_003;
            boolean billable = choice % 4 == 0;
            entries.add(new TimeEntry(
                    i + 1,
                    person,
                    Instant.EPOCH,
                    Duration.ofNanos(nanos.get(i)),
                    activity,
                    billable,
                    Optional.of(new Cost(BigDecimal.valueOf(cents, 2), Currency.getInstance(currency)))));
            BigInteger time = BigInteger.valueOf(nanos.get(i));
            oracle.merge("spent", time, BigInteger::add);
            oracle.merge("person " + person, time, BigInteger::add);
            oracle.merge("activity " + activity, time, BigInteger::add);
            oracle.merge("cost " + currency, BigInteger.valueOf(cents), BigInteger::add);
            if (billable) {
                oracle.merge("billable", time, BigInteger::add);
                oracle.merge("billable " + currency, BigInteger.valueOf(cents), BigInteger::add);
            }
        }
        Collections.shuffle(entries, new java.util.Random(seed));

        TimeTotals totals = TimeTotals.of(entries);

        Map<String, BigInteger> found = new TreeMap<>();
        if (!entries.isEmpty()) {
            found.put("spent", nanos(totals.spent()));
        }
        if (!totals.billable().isZero()) {
            found.put("billable", nanos(totals.billable()));
        }
        totals.byPerson().forEach((person, time) -> found.put("person " + person, nanos(time)));
        totals.byActivity().forEach((activity, time) -> found.put("activity " + activity, nanos(time)));
        totals.costs().forEach((currency, sum) -> found.put("cost " + currency, cents(sum)));
        totals.billableCosts().forEach((currency, sum) -> found.put("billable " + currency, cents(sum)));
        assertThat(found).isEqualTo(oracle);
    }

    private static BigInteger nanos(Duration time) {
        return BigInteger.valueOf(time.toNanos());
    }

    private static BigInteger cents(BigDecimal sum) {
        return sum.movePointRight(2).toBigIntegerExact();
    }
}
