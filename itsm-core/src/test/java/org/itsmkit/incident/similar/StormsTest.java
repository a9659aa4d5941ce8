package org.itsmkit.incident.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;

/** Storms that were planted are found, and calm weather is left alone. */
class StormsTest {

    private static final ServiceId WEB = ServiceId.of("web");
    private static final Storms FIVE_IN_TEN_MINUTES = new Storms(Storms.Shared.SERVICE, Duration.ofMinutes(10), 5);

    private static final Stored<Incident> PATTERN = pattern();

    private static Stored<Incident> pattern() {
        return Company.open().log();
    }

    /** An incident of that service, as many seconds after the epoch of these tests. */
    private static Stored<Incident> at(double seconds, ServiceId service, int number) {
        Instant opened = Instant.parse("2026-03-10T00:00:00Z").plusNanos((long) (seconds * 1e6) * 1_000);
        Incident incident = PATTERN.record();
        return new Stored<>(
                RecordId.of("i-" + String.format(Locale.ROOT, "%07d", number)),
                1,
                opened,
                incident.withTicket(incident.ticket().withOpenedAt(opened).withService(Optional.of(service))));
    }

    /** Those that come independently of each other at that rate. */
    private static List<Stored<Incident>> background(Random random, ServiceId service, double perHour, double hours) {
        List<Stored<Incident>> incidents = new ArrayList<>();
        double seconds = 0;
        while (true) {
            seconds += -Math.log(1 - random.nextDouble()) * 3_600 / perHour;
            if (seconds > hours * 3_600) {
                return incidents;
            }
            incidents.add(at(seconds, service, incidents.size()));
        }
    }

    /** Every window of the threshold's size is looked at by itself; what lies in one is in a storm. */
    private static Set<RecordId> inStorms(List<Stored<Incident>> incidents, Storms storms) {
        Set<RecordId> stormy = new HashSet<>();
        for (Stored<Incident> first : incidents) {
            Instant from = first.record().ticket().openedAt();
            List<Stored<Incident>> within = incidents.stream()
                    .filter(other -> {
                        Instant opened = other.record().ticket().openedAt();
                        return !opened.isBefore(from) && !opened.isAfter(from.plus(storms.window()));
                    })
                    .toList();
            if (within.size() >= storms.threshold()) {
                within.forEach(incident -> stormy.add(incident.id()));
            }
        }
        return stormy;
    }

    @Property(tries = 300)
    void whatIsInAStormIsWhatAnyWindowShows(@ForAll @LongRange(max = 1L << 40) long seed) {
        Random random = new Random(seed);
        List<Stored<Incident>> incidents = background(random, MAIL, 12 + random.nextInt(30), 4);
        List<Stored<Incident>> shuffled = new ArrayList<>(incidents);
        Collections.shuffle(shuffled, random);

        List<Storm> storms = FIVE_IN_TEN_MINUTES.among(shuffled.stream());

        List<RecordId> members =
                storms.stream().flatMap(storm -> storm.members().stream()).toList();
        assertThat(members).doesNotHaveDuplicates();
        assertThat(members).containsExactlyInAnyOrderElementsOf(inStorms(incidents, FIVE_IN_TEN_MINUTES));
        assertThat(storms).isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        for (Storm storm : storms) {
            assertThat(storm.members()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(storm.parent().id()).isEqualTo(storm.members().get(0));
        }
    }

    /** Every one of a hundred planted storms is found, in the midst of two services' usual business. */
    @Example
    void plantedStormsAreFound() {
        Random random = new Random(20_260_310);
        for (int trial = 0; trial < 100; trial++) {
            List<Stored<Incident>> incidents = new ArrayList<>(background(random, MAIL, 2, 24));
            incidents.addAll(background(random, WEB, 2, 24));
            double begin = 3_600 + random.nextInt(20 * 3_600);
            Set<RecordId> planted = new HashSet<>();
            for (int i = 0; i < 12; i++) {
                Stored<Incident> one = at(begin + random.nextInt(1_200), WEB, 1_000_000 + i);
                incidents.add(one);
                planted.add(one.id());
            }
            List<Storm> storms = Storms.standard().among(incidents.stream());
            assertThat(storms)
                    .as("trial %s", trial)
                    .anyMatch(storm ->
                            storm.what().equals("web") && storm.members().containsAll(planted));
        }
    }

    /**
     * Ten years of calm: at two incidents an hour, chance alone makes ten within half an hour for one incident in 888,889 by the formula,
     * which is for one in fifty years. Seed 42 has one false alarm in these ten.
     */
    @Example
    void calmWeatherIsLeftAlone() {
        Random random = new Random(42);
        int alarms = 0;
        for (int year = 0; year < 10; year++) {
            alarms += Storms.standard()
                    .among(background(random, MAIL, 2, 24 * 365).stream())
                    .size();
        }
        assertThat(alarms).isLessThanOrEqualTo(1);
    }

    /** A lower threshold cries wolf as often as the formula says, within a quarter. */
    @Example
    void theRateOfFalseAlarmsIsTheOneOfTheFormula() {
        Random random = new Random(43);
        List<Stored<Incident>> incidents = background(random, MAIL, 6, 24 * 365);
        // One per window of ten minutes: four more in the window after it, 1 − e^−1 × (1 + 1 + 1/2 + 1/6)
        double formula = 1 - Math.exp(-1) * (1 + 1 + 1 / 2.0 + 1 / 6.0);
        long begin = 0;
        for (int i = 0; i + 4 < incidents.size(); i++) {
            Instant first = incidents.get(i).record().ticket().openedAt();
            Instant fifth = incidents.get(i + 4).record().ticket().openedAt();
            begin += Duration.between(first, fifth).compareTo(Duration.ofMinutes(10)) <= 0 ? 1 : 0;
        }
        assertThat((double) begin / incidents.size()).isBetween(0.75 * formula, 1.25 * formula);
        assertThat(FIVE_IN_TEN_MINUTES.among(incidents.stream()).size())
                .as("storms, each of at least one such")
                .isBetween(1, (int) begin);
    }

    @Example
    void theWindowIsInclusiveAndNoLonger() {
        List<Stored<Incident>> justSo =
                List.of(at(0, MAIL, 1), at(10, MAIL, 2), at(20, MAIL, 3), at(30, MAIL, 4), at(600, MAIL, 5));
        assertThat(FIVE_IN_TEN_MINUTES.among(justSo.stream())).hasSize(1);
        List<Stored<Incident>> tooLong =
                List.of(at(0, MAIL, 1), at(10, MAIL, 2), at(20, MAIL, 3), at(30, MAIL, 4), at(600.000001, MAIL, 5));
        assertThat(FIVE_IN_TEN_MINUTES.among(tooLong.stream())).isEmpty();
        assertThat(FIVE_IN_TEN_MINUTES.among(Stream.empty())).isEmpty();
    }

    @Example
    void twoStormsAreTwo() {
        List<Stored<Incident>> incidents = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            incidents.add(at(i, MAIL, i));
            incidents.add(at(1_000 + i, MAIL, 10 + i));
            incidents.add(at(i, WEB, 20 + i));
        }
        assertThat(FIVE_IN_TEN_MINUTES.among(incidents.stream()))
                .extracting(Storm::what, storm -> storm.members().size())
                .containsExactly(tuple("mail", 5), tuple("web", 5), tuple("mail", 5));
    }

    @Example
    void aStormInTheCompanyIsPutUnderOne() {
        Company company = Company.withRoles();
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(done(company.itsm
                            .incidents()
                            .submit(
                                    caller(i == 0 ? HANNA : ANNA),
                                    IncidentCommand.log()
                                            .title("Mail is down")
                                            .service(MAIL)
                                            .category(Category.of("software/mail"))
                                            .build()))
                    .id());
            company.aMinuteLater();
        }
        Instant now = company.clock.instant();
        List<Storm> storms = FIVE_IN_TEN_MINUTES.find(company.itsm.incidents(), caller(DORA), now);
        assertThat(storms).hasSize(1);
        assertThat(storms.get(0).members()).containsExactlyElementsOf(ids);
        assertThat(storms.get(0).parent()).isEqualTo(Company.incident(ids.get(0)));
        assertThat(new Storms(Storms.Shared.CATEGORY, Duration.ofMinutes(10), 5)
                        .find(company.itsm.incidents(), caller(DORA), now))
                .extracting(Storm::what)
                .containsExactly("software/mail");
        assertThat(FIVE_IN_TEN_MINUTES.find(company.itsm.incidents(), caller(ANNA), now))
                .as("Anna sees four")
                .isEmpty();

        company.does(ids.get(1), new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(ids.get(3))));
        assertThat(FIVE_IN_TEN_MINUTES
                        .find(company.itsm.incidents(), caller(DORA), now)
                        .get(0)
                        .parent())
                .as("where one is already")
                .isEqualTo(Company.incident(ids.get(3)));
        company.does(ids.get(4), new TicketCommand.Cancel<>("a mistake"));
        assertThat(FIVE_IN_TEN_MINUTES.find(company.itsm.incidents(), caller(DORA), now))
                .isEmpty();
    }

    @Example
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Storms(Storms.Shared.SERVICE, Duration.ZERO, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Storms(Storms.Shared.SERVICE, Duration.ofDays(367), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Storms(Storms.Shared.SERVICE, Duration.ofDays(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
