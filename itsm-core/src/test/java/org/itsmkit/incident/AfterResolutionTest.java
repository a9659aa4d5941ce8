package org.itsmkit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.fixture.SettableClock.MONDAY_MORNING;
import static org.itsmkit.incident.IncidentLifecycle.CLOSED;
import static org.itsmkit.incident.IncidentLifecycle.IN_PROGRESS;
import static org.itsmkit.incident.IncidentLifecycle.REOPEN;
import static org.itsmkit.incident.IncidentLifecycle.RESOLVE;
import static org.itsmkit.incident.IncidentLifecycle.RESOLVED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.AfterResolution.Party;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.LifecycleEditor;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.task.Task;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is resolved is confirmed or refused, comes back within bounds, and is closed by itself where the tenant wants that. */
class AfterResolutionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted");
    private static final IncidentCommand.Reopen AGAIN = new IncidentCommand.Reopen("down again");
    private static final IncidentCommand.Refuse NO = new IncidentCommand.Refuse("still down");

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    @AfterEach
    void theJournalFoldsToTheRecord() {
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private Incident incident() {
        return company.now(id).record();
    }

    private Status status() {
        return incident().ticket().status();
    }

    private void tailor(AfterResolution rules) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().putAfterResolution("incident", rules).build()));
    }

    private static AfterResolution closesAfter(Duration period) {
        return AfterResolution.builder().closesAfter(period).build();
    }

    private List<Task> timers() {
        return company.store.tasks().pending(ACME).stream()
                .filter(task -> task.type().equals("timer"))
                .toList();
    }

    private void at(Instant instant) {
        company.clock.set(instant);
        company.work();
    }

    @Test
    void theRequesterRefusesASolutionAndItIsWorkedOnAgain() {
        company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
        company.does(id, FIXED);
        company.does(ANNA, id, new IncidentCommand.Confirm());

        company.does(ANNA, id, NO);

        assertThat(status()).isEqualTo(IN_PROGRESS);
        assertThat(incident().resolution()).isEmpty();
        assertThat(incident().confirmedBy()).isEmpty();
        assertThat(incident().reopenings()).isEqualTo(1);
        assertThat(incident().ticket().resolvedAt()).isEmpty();
        assertThat(company.events(id)).endsWith("refused", "reopened");
        company.work();
        assertThat(company.told)
                .filteredOn(notice -> notice.code().equals("reopened"))
                .singleElement()
                .extracting(Notice::person)
                .isEqualTo(java.util.Optional.of(CARLA));
    }

    @Test
    void somebodyRefusesForThemAndNobodyElse() {
        company.does(id, FIXED);
        for (var other : List.of(HANNA, BEN, DORA)) {
            assertThat(company.refused(other, id, NO).code()).isEqualTo("rule:the-requester-refuses");
        }
        assertThat(company.refused(ANNA, id, new IncidentCommand.Refuse(" ")).code())
                .isEqualTo("text.missing");

        done(company.itsm.incidents().submit(caller(BEN).actingFor(ANNA), id, NO));

        assertThat(status()).isEqualTo(IN_PROGRESS);
    }

    /** Resolved on Monday at nine in Vienna: eight hours of that day, two of the next. */
    @Test
    void itIsClosedAfterSoMuchOpenTimeOfTheTenantsCalendar() {
        BusinessHours nineToFive = BusinessHours.weekdays(TimeRange.of("09:00", "17:00"));
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putCalendars("desk", CalendarData.of(ZoneId.of("Europe/Vienna"), nineToFive))
                        .putCalendarOfKind("incident", "desk")
                        .putAfterResolution("incident", closesAfter(Duration.ofHours(10)))
                        .build()));
        company.does(id, FIXED);

        at(Instant.parse("2026-03-03T09:59:59.999999Z"));
        assertThat(status()).isEqualTo(RESOLVED);
        at(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(status()).isEqualTo(CLOSED);
    }

    @Test
    void whatIsNeverOpenIsNeverClosedByItself() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putCalendars("never", CalendarData.of(ZoneOffset.UTC, BusinessHours.never()))
                        .putCalendarOfKind("incident", "never")
                        .putAfterResolution("incident", closesAfter(Duration.ofHours(10)))
                        .build()));
        company.does(id, FIXED);
        at(MONDAY_MORNING.plus(Duration.ofDays(36_500)));
        assertThat(status()).isEqualTo(RESOLVED);
    }

    @Test
    void nothingIsClosedByItselfUnlessTheTenantWantsIt() {
        company.does(id, FIXED);
        assertThat(timers()).isEmpty();

        at(MONDAY_MORNING.plus(Duration.ofDays(3_000)));

        assertThat(status()).isEqualTo(RESOLVED);
    }

    @Test
    void itIsClosedOnceResolvedForSoLong() {
        tailor(closesAfter(DAY.multipliedBy(5)));
        company.does(id, FIXED);
        company.clock.advance(DAY);
        company.does(ANNA, id, new IncidentCommand.Confirm());
        company.does(BEN, id, TicketCommand.Comment.toAll("Fine"));

        at(MONDAY_MORNING.plus(DAY.multipliedBy(5)).minusNanos(1_000));
        assertThat(status()).isEqualTo(RESOLVED);
        at(MONDAY_MORNING.plus(DAY.multipliedBy(5)));

        assertThat(status()).isEqualTo(CLOSED);
        assertThat(incident().ticket().closedAt()).contains(MONDAY_MORNING.plus(DAY.multipliedBy(5)));
        assertThat(incident().resolution()).isPresent();
        var journal = company.journal(id);
        assertThat(journal.get(journal.size() - 1).cause()).isEqualTo(Cause.of("timer:close"));
        assertThat(timers()).isEmpty();
    }

    @Test
    void whatWasResolvedLongBeforeTheTenantWantedItClosedIsClosedOnceItIsTouched() {
        company.does(id, FIXED);
        at(MONDAY_MORNING.plus(DAY.multipliedBy(10)));
        tailor(closesAfter(DAY.multipliedBy(7)));
        at(MONDAY_MORNING.plus(DAY.multipliedBy(11)));
        assertThat(status()).isEqualTo(IncidentLifecycle.RESOLVED);

        company.does(id, TicketCommand.Comment.toAll("It still works"));
        company.work();

        assertThat(status()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void whatIsReopenedIsNotClosedAndTheTimeBeginsAnew() {
        tailor(closesAfter(DAY.multipliedBy(5)));
        company.does(id, FIXED);
        company.clock.advance(DAY);
        company.does(ANNA, id, NO);
        assertThat(timers()).isEmpty();
        company.clock.advance(DAY);
        company.does(id, FIXED);

        at(MONDAY_MORNING.plus(DAY.multipliedBy(6)));
        assertThat(status()).isEqualTo(RESOLVED);
        at(MONDAY_MORNING.plus(DAY.multipliedBy(7)));
        assertThat(status()).isEqualTo(CLOSED);
    }

    @Test
    void whoClosesItTakesTheTimerAway() {
        tailor(closesAfter(DAY));
        company.does(id, FIXED);
        assertThat(timers()).hasSize(1);
        company.does(id, new TicketCommand.Close<>());
        assertThat(timers()).isEmpty();
    }

    @Test
    void changesAreClosedByTheRulesOfTheirOwnKind() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putAfterResolution("change", closesAfter(DAY))
                        .build()));
        company.does(id, FIXED);
        RecordId disk = company.draft().id();
        company.changes(DORA, disk, new ChangeCommand.Authorise("go"));
        company.changes(BEN, disk, new ChangeCommand.Implement("as planned"));

        at(MONDAY_MORNING.plus(DAY));

        assertThat(company.changeNow(disk).record().ticket().status()).isEqualTo(ChangeLifecycle.CLOSED);
        assertThat(status()).isEqualTo(RESOLVED);
    }

    @Test
    void itIsReopenedUpToTheLastMomentAndNotAfter() {
        tailor(AfterResolution.builder().reopenedWithin(DAY.multipliedBy(7)).build());
        company.does(id, FIXED);
        Instant last = MONDAY_MORNING.plus(DAY.multipliedBy(7));
        company.clock.set(last.plusNanos(1_000));

        for (IncidentCommand late : List.of(AGAIN, NO)) {
            Rejection rejection = company.refused(ANNA, id, late);
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
            assertThat(rejection.code()).isEqualTo("rule:reopened-in-time");
            assertThat(rejection.violations().get(0).arguments()).containsEntry("until", last.toString());
        }
        assertThat(company.itsm.incidents().availableActions(caller(ANNA), id))
                .filteredOn(offer -> offer.action().equals(REOPEN))
                .singleElement()
                .matches(offer -> !offer.isAllowed());

        company.clock.set(last);
        company.does(id, AGAIN);
        assertThat(status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void whatIsClosedComesBackWhereTheLifecycleAndTheTimeAllow() {
        LifecycleEditor editor = IncidentLifecycle.standard().edit();
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                editor.move(CLOSED, REOPEN, IN_PROGRESS).build().toData())
                        .putAfterResolution(
                                "incident",
                                AfterResolution.builder()
                                        .reopenedWithin(DAY)
                                        .reopenedWithinOfClosure(DAY.multipliedBy(2))
                                        .build())
                        .build()));
        company.does(id, FIXED);
        company.clock.advance(DAY.multipliedBy(3));
        company.does(id, new TicketCommand.Close<>());
        company.clock.advance(DAY.multipliedBy(2));
        company.does(id, AGAIN);
        Ticket ticket = incident().ticket();
        assertThat(ticket.closedAt()).isEmpty();
        assertThat(ticket.resolvedAt()).isEmpty();
        assertThat(incident().resolution()).isEmpty();

        company.does(id, FIXED);
        company.does(id, new TicketCommand.Close<>());
        company.clock.advance(DAY.multipliedBy(2).plusNanos(1_000));
        assertThat(company.refused(id, AGAIN).code()).isEqualTo("rule:reopened-in-time");
    }

    @Test
    void onlyTheSideThatTheTenantNamedReopens() {
        tailor(AfterResolution.builder().addReopenedBy(Party.REQUESTER).build());
        company.does(id, FIXED);
        assertThat(company.refused(BEN, id, AGAIN).code()).isEqualTo("rule:reopened-by-those-who-may");
        company.does(ANNA, id, AGAIN);

        tailor(AfterResolution.builder().addReopenedBy(Party.AGENTS).build());
        company.does(id, FIXED);
        assertThat(company.refused(ANNA, id, AGAIN).code()).isEqualTo("rule:reopened-by-those-who-may");
        assertThat(company.itsm
                        .incidents()
                        .submit(caller(BEN).actingFor(ANNA), id, AGAIN)
                        .isLeft())
                .isTrue();
        company.does(ANNA, id, NO);
        company.does(id, FIXED);
        company.does(BEN, id, AGAIN);
    }

    @Test
    void notMoreOftenThanTheTenantAllowsAndAllThatIsWrongAtOnce() {
        tailor(AfterResolution.builder()
                .reopenings(2)
                .reopenedWithin(DAY)
                .addReopenedBy(Party.REQUESTER)
                .build());
        company.does(id, FIXED);
        company.does(ANNA, id, AGAIN);
        company.does(id, FIXED);
        company.does(ANNA, id, NO);
        company.does(id, FIXED);
        assertThat(company.refused(ANNA, id, NO).code()).isEqualTo("rule:reopened-not-too-often");

        company.clock.advance(DAY.multipliedBy(2));
        assertThat(company.refused(BEN, id, AGAIN).violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        "rule:reopened-in-time", "rule:reopened-by-those-who-may", "rule:reopened-not-too-often");

        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putAfterResolution(
                                "incident",
                                AfterResolution.builder().reopenings(2).build())
                        .addRulesOff("incident/reopened-not-too-often")
                        .build()));
        company.does(ANNA, id, AGAIN);
    }

    @Test
    void rulesForKindsThatAreNotCarriedAreRefused() {
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .putAfterResolution("incidnet", AfterResolution.standard())
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("rule:kinds-are-carried");
    }

    @Test
    void whatTheTenantSaysLiesOverWhatTheHostSaysKindByKind() {
        Tailoring host = Tailoring.builder()
                .putAfterResolution("incident", closesAfter(DAY))
                .putAfterResolution("change", closesAfter(DAY))
                .build();
        Tailoring tenant = Tailoring.builder()
                .putAfterResolution("incident", closesAfter(DAY.multipliedBy(2)))
                .build();

        assertThat(host.overlaidBy(tenant).afterResolution())
                .containsEntry("incident", closesAfter(DAY.multipliedBy(2)))
                .containsEntry("change", closesAfter(DAY));
    }

    @Test
    void boundsAreWithinBounds() {
        for (Duration bad : List.of(Duration.ZERO, DAY.negated(), Duration.ofDays(3_661))) {
            assertThatIllegalArgumentException().isThrownBy(() -> closesAfter(bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> AfterResolution.builder().reopenedWithin(bad).build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AfterResolution.builder()
                            .reopenedWithinOfClosure(bad)
                            .build());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AfterResolution.builder().reopenings(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AfterResolution.builder().reopenings(1_001).build());
    }

    @Test
    void aRowByWhichResolvingLeadsBackToWorkLeavesNoSolution() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .remove(IncidentLifecycle.NEW, RESOLVE)
                                        .move(IncidentLifecycle.NEW, RESOLVE, IN_PROGRESS)
                                        .build()
                                        .toData())
                        .build()));

        company.does(id, FIXED);

        assertThat(status()).isEqualTo(IN_PROGRESS);
        assertThat(incident().resolution()).isEmpty();
        assertThat(company.events(id)).containsExactly("logged", "moved");
        company.does(id, FIXED);
        assertThat(incident().resolution()).isPresent();
    }
}
