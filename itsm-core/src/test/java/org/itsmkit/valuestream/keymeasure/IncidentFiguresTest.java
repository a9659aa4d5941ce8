package org.itsmkit.valuestream.keymeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.valuestream.keymeasure.March.at;
import static org.itsmkit.valuestream.keymeasure.March.figure;
import static org.itsmkit.valuestream.keymeasure.March.hours;
import static org.itsmkit.valuestream.keymeasure.March.incidents;
import static org.itsmkit.valuestream.keymeasure.March.open;
import static org.itsmkit.valuestream.keymeasure.March.resolved;
import static org.itsmkit.valuestream.keymeasure.March.stored;
import static org.itsmkit.valuestream.keymeasure.March.stretch;
import static org.itsmkit.valuestream.keymeasure.March.ticket;
import static org.itsmkit.valuestream.keymeasure.March.value;
import static org.itsmkit.valuestream.keymeasure.March.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.kernel.Category;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Cost;
import org.itsmkit.ticket.TimeEntry;
import org.itsmkit.ticket.Worksheet;
import org.junit.jupiter.api.Test;

/** Figures of incidents and of open work, in worlds small enough to count by hand. */
class IncidentFiguresTest {

    private static final RecordRef KNOWN = RecordRef.of("known-error", RecordId.of("1"));

    private static Incident in(String category, Incident incident) {
        return incident.withTicket(incident.ticket().withCategory(Category.of(category)));
    }

    private static Incident about(Incident incident, String... items) {
        Set<AffectedItem> all = Arrays.stream(items).map(AffectedItem::of).collect(Collectors.toSet());
        return incident.withTicket(incident.ticket().withAffected(new Affected(all, Set.of())));
    }

    private static Incident offered(Incident incident, OfferedWorkaround.State state) {
        return incident.withWorkarounds(List.of(new OfferedWorkaround(KNOWN, "KNE0000001", "restart", state)));
    }

    /** 1 h, 3 h and 8 h: the median is 3 h. What was restored in April is not of March, nor what is not restored. */
    @Test
    void theMedianTimeToRestoreIsOfThoseRestoredInThePeriod() {
        MeasuredWorld world = incidents(
                resolved(at(2, 9), 1),
                resolved(at(3, 9), 8),
                resolved(at(4, 9), 3),
                resolved(at(31, 23), 5),
                open(at(5, 9)));

        assertThat(value("median-time-to-restore", world)).isEqualTo(hours(3));
        assertThat(figure("median-time-to-restore", world).cases()).isEqualTo(3);
        assertThat(figure("median-time-to-restore", world).sentence())
                .isEqualTo("Median time to restore service: 3 h, 3 cases.");
    }

    /** Acknowledged after 2 h and 4 h: 3 h. Detected 1 h and 2 h before they were logged, and one at once: 1 h. */
    @Test
    void timesToAcknowledgeAndToLog() {
        Incident first = open(at(2, 9)).withAcknowledgedAt(at(2, 11)).withDetectedAt(at(2, 8));
        Incident second = open(at(3, 9)).withAcknowledgedAt(at(3, 13)).withDetectedAt(at(3, 7));

        assertThat(value("median-time-to-acknowledge", incidents(first, second)))
                .isEqualTo(hours(3));
        assertThat(value("median-time-to-log", incidents(first, second, open(at(4, 9)))))
                .isEqualTo(hours(1));
    }

    /** Two of four logged in March are of security, one of these below it; they were restored after 2 h and 6 h: 4 h. */
    @Test
    void securityIsACategoryAndAllBelowIt() {
        MeasuredWorld world = incidents(
                in("security", resolved(at(2, 9), 2)),
                in("security/phishing", resolved(at(3, 9), 6)),
                in("securityguards", resolved(at(4, 9), 20)),
                open(at(5, 9)));

        assertThat(value("incidents-of-security", world)).isEqualTo(Quantity.of(2, 4));
        assertThat(value("security-time-to-restore", world)).isEqualTo(hours(4));
        assertThat(value(
                        "incidents-of-security",
                        world.withConventions(world.conventions().withSecurity(Category.of("securityguards")))))
                .isEqualTo(Quantity.of(1, 4));
    }

    /** One of two resolved ones had come back; it was not resolved at first contact then. What is open is in neither. */
    @Test
    void reopenedAndAtFirstContact() {
        MeasuredWorld world = incidents(
                resolved(at(2, 9), 1),
                resolved(at(3, 9), 1).withReopenings(2),
                open(at(4, 9)).withReopenings(1));

        assertThat(value("incidents-reopened", world)).isEqualTo(Quantity.of(1, 2));
        assertThat(value("first-contact-resolution", world)).isEqualTo(Quantity.of(1, 2));
    }

    /** It was tried on three and helped with two; of four resolved ones it solved two. */
    @Test
    void whatIsKnownHelps() {
        KnownError known = KnownError.builder()
                .ticket(ticket("KNE0000001", at(1, 1)))
                .symptom("mail stops")
                .build();
        MeasuredWorld world = incidents(
                        offered(resolved(at(2, 9), 1), OfferedWorkaround.State.SOLVED),
                        offered(resolved(at(3, 9), 1), OfferedWorkaround.State.SOLVED),
                        offered(resolved(at(4, 9), 1), OfferedWorkaround.State.FAILED),
                        offered(resolved(at(5, 9), 1), OfferedWorkaround.State.OFFERED))
                .withKnownErrors(stored(known));

        assertThat(value("incidents-solved-as-known", world)).isEqualTo(Quantity.of(2, 4));
        assertThat(value("workaround-effectiveness", world)).isEqualTo(Quantity.of(2, 3));
        assertThat(figure("workaround-effectiveness", world.withKnownErrors()).value())
                .isEmpty();
    }

    /** Of one it is known when it was diagnosed and restored, of one only when it was restored, of one neither. */
    @Test
    void whatIsKnownOfTimes() {
        MeasuredWorld world = incidents(
                resolved(at(2, 9), 3).withDiagnosedAt(at(2, 10)),
                resolved(at(3, 9), 3),
                resolved(at(4, 9), 3).withRestoredAt(Optional.empty()));

        assertThat(value("incidents-fully-timed", world)).isEqualTo(Quantity.of(1, 3));
    }

    /** Carla stands for the monitoring here: she logged one of two. */
    @Test
    void whatMonitoringSawFirst() {
        Incident byMonitor =
                open(at(2, 9)).withTicket(ticket("INC0000002", at(2, 9)).withOpenedBy(CARLA));
        MeasuredWorld world = incidents(byMonitor, open(at(3, 9)));

        assertThat(value("incidents-seen-first", world)).isEqualTo(Quantity.of(0, 2));
        assertThat(value(
                        "incidents-seen-first",
                        world.withConventions(
                                Conventions.builder().addMonitors(CARLA).build())))
                .isEqualTo(Quantity.of(1, 2));
    }

    /** Of three, one names a service; two name items, one of them two. */
    @Test
    void whatIncidentsName() {
        Incident service =
                open(at(2, 9)).withTicket(ticket("INC0000002", at(2, 9)).withService(MAIL));
        MeasuredWorld world = incidents(service, about(open(at(3, 9)), "db-1"), about(open(at(4, 9)), "db-1", "web-1"));

        assertThat(value("incidents-naming-a-service", world)).isEqualTo(Quantity.of(1, 3));
        assertThat(value("incidents-beyond-one-item", world)).isEqualTo(Quantity.of(1, 2));
        assertThat(value("tickets-naming-an-item", world)).isEqualTo(Quantity.of(2, 3));
    }

    /** One was open when March began, and was resolved; three are open when it ends: 3 − 1 = 2. Ages: 31, 10 and 1 days; median 10. */
    @Test
    void theBacklogGrows() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        MeasuredWorld world =
                incidents(resolved(at(1, -24), 48), open(at(1, 0)), open(at(22, 0)), open(at(31, 0)), open(april));

        assertThat(value("backlog-growth", world)).isEqualTo(Quantity.of(2));
        assertThat(value("median-age-of-backlog", world)).isEqualTo(Quantity.of(Duration.ofDays(10)));
    }

    /** Ben has three and Anna one: 4 / 2 = 2 each, of which Ben has 3 of 4. What Carla resolved is hers no more. */
    @Test
    void whoHasOpenWork() {
        MeasuredWorld world =
                incidents(held(BEN, 2), held(BEN, 3), held(BEN, 4), held(ANNA, 5), held(CARLA, 6), open(at(7, 9)));
        Incident carlas = world.incidents().get(4).record();
        Incident done = carlas.withTicket(ticket(
                "INC0000009",
                at(6, 9),
                stretch(at(6, 10), IncidentLifecycle.IN_PROGRESS, CARLA),
                stretch(at(6, 11), IncidentLifecycle.RESOLVED, CARLA)));
        MeasuredWorld after = incidents(held(BEN, 2), held(BEN, 3), held(BEN, 4), held(ANNA, 5), done, open(at(7, 9)));

        assertThat(value("open-work-per-person", after)).isEqualTo(Quantity.of(2));
        assertThat(value("heaviest-load-share", after)).isEqualTo(Quantity.of(3, 4));
        assertThat(value("open-work-per-person", world)).isEqualTo(Quantity.of(new BigDecimal("1.66")));
    }

    private static Incident held(PersonId person, int day) {
        return open(at(day, 9))
                .withTicket(
                        ticket("INC0000001", at(day, 9), stretch(at(day, 10), IncidentLifecycle.IN_PROGRESS, person)));
    }

    /** 10.00 + 20.01 on one ticket and 30.00 on another: 60.01 / 2 = 30.005, half up 30.01. */
    @Test
    void whatATicketCosts() {
        MeasuredWorld world = incidents(
                costing(resolved(at(2, 9), 1), "10.00 EUR", "20.01 EUR"),
                costing(resolved(at(3, 9), 1), "30.00 EUR"),
                resolved(at(4, 9), 1),
                costing(open(at(5, 9)), "99.00 EUR"));

        assertThat(value("cost-per-ticket", world)).isEqualTo(Quantity.of(new BigDecimal("30.01")));
        assertThat(figure("cost-per-ticket", world).cases()).isEqualTo(2);
        assertThat(figure("cost-per-ticket", world).sentence())
                .isEqualTo("Cost of the time spent on a ticket in EUR: 30.01, 2 cases.");
        assertThat(figure("cost-per-ticket", incidents(costing(resolved(at(2, 9), 1), "1.00 EUR", "1.00 USD")))
                        .reason())
                .contains("several currencies");
    }

    private static Incident costing(Incident incident, String... costs) {
        List<TimeEntry> times = Arrays.stream(costs)
                .map(cost -> new TimeEntry(
                        1,
                        BEN,
                        at(2, 9),
                        Duration.ofHours(1),
                        Activity.ANALYSIS,
                        false,
                        Optional.of(Cost.of(cost.split(" ")[0], cost.split(" ")[1]))))
                .toList();
        Worksheet sheet = new Worksheet(Optional.empty(), List.of(), times, List.of(), 1);
        return incident.withTicket(incident.ticket().withWorksheet(sheet));
    }

    /** What began a microsecond before the period or right at its end is not of it. */
    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        Instant end = Instant.parse("2026-04-01T00:00:00Z");
        assertThat(value(
                        "incidents-naming-a-service",
                        incidents(
                                open(at(1, 0)),
                                open(end),
                                open(at(1, 0).minusNanos(1_000)),
                                open(end.minusNanos(1_000)))))
                .isEqualTo(Quantity.of(0, 2));
        assertThat(figure("incidents-naming-a-service", world().build()).value())
                .isEmpty();
    }
}
