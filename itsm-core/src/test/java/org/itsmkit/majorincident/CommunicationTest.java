package org.itsmkit.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** Everybody is told in time, or it is noticed; and what happened is written down. */
class CommunicationTest {

    private final Company company = Company.open();

    /** Accepted at 08:01; customers are due every 30 minutes. */
    private final Leading leading = Leading.in(company, "active");

    private static Instant time(String hoursAndMinutes) {
        return Instant.parse("2026-03-02T" + hoursAndMinutes + ":00Z");
    }

    private void at(String hoursAndMinutes) {
        company.clock.set(time(hoursAndMinutes));
    }

    private Optional<Instant> due(String audience) {
        return leading.now().clock(audience).orElseThrow().nextDue();
    }

    private void inform(String audience) {
        leading.does(CommunicationCommand.Inform.of(audience, "as before"));
    }

    private void plan(Audience... audiences) {
        leading.does(new CommunicationCommand.PlanCommunication(List.of(audiences)));
    }

    private List<String> missed() {
        return leading.journal().stream()
                .filter(entry -> entry.event() instanceof CommunicationEvent.Missed)
                .map(entry -> {
                    CommunicationEvent.Missed missed = (CommunicationEvent.Missed) entry.event();
                    return missed.audience() + " " + missed.due();
                })
                .toList();
    }

    @Test
    void theClockStartsWithAcceptanceAndAnewWithEachUpdate() {
        assertThat(due("customers")).contains(time("08:31"));
        at("08:20");
        inform("customers");
        assertThat(due("customers")).contains(time("08:50"));
        assertThat(company.itsm
                        .majorIncidents()
                        .query(caller(DORA), Query.where(MajorIncidentKind.NEXT_UPDATE.isBelow(time("08:51"))))
                        .items())
                .hasSize(1);
    }

    @Test
    void anUpdateSaysHowThingsStoodAndByWhatChannel() {
        at("08:31");
        leading.does(BEN, new CommunicationCommand.Inform("customers", "we know", Optional.of("mail"), false));
        JournalEntry last = leading.journal().get(leading.journal().size() - 1);
        assertThat(last.by()).isEqualTo(BEN);
        assertThat(last.event())
                .isEqualTo(new CommunicationEvent.Informed(
                        "customers", "mail", "we know", "active", false, Optional.of(time("08:31")), true));
        inform("customers");
        assertThat(((CommunicationEvent.Informed) leading.journal()
                                .get(leading.journal().size() - 1)
                                .event())
                        .channel())
                .isEqualTo("status-page");
        assertThat(leading.refused(CommunicationCommand.Inform.of("suppliers", "x"))
                        .code())
                .isEqualTo("rule:audience-is-planned");
        assertThat(leading.refused(CommunicationCommand.Inform.of("customers", " "))
                        .code())
                .isEqualTo("text.missing");
    }

    @Test
    void aMissedUpdateIsToldOnceForEachDueInstant() {
        plan(Leading.CUSTOMERS, Leading.BOARD); // the board: from 08:02 on, hourly
        assertThat(leading.told()).isNotEmpty();
        at("08:30");
        assertThat(leading.told()).isEmpty();
        at("08:31");
        assertThat(leading.told()).containsExactly("update-overdue to carla");
        assertThat(missed()).containsExactly("customers 2026-03-02T08:31:00Z");
        at("08:59");
        assertThat(leading.told()).isEmpty();
        at("09:05");
        assertThat(leading.told()).containsExactly("update-overdue to carla");
        assertThat(missed()).containsExactly("customers 2026-03-02T08:31:00Z", "board 2026-03-02T09:02:00Z");

        inform("customers"); // late; the next is due at 09:35
        assertThat(leading.now().updatesLate()).isEqualTo(1);
        at("09:34");
        assertThat(leading.told()).isEmpty();
        at("12:00");
        assertThat(leading.told()).containsExactly("update-overdue to carla");
        assertThat(missed())
                .containsExactly(
                        "customers 2026-03-02T08:31:00Z",
                        "board 2026-03-02T09:02:00Z",
                        "customers 2026-03-02T09:35:00Z");
    }

    @Test
    void anUpdateInTimeLeavesNothingToTell() {
        at("08:30");
        inform("customers");
        assertThat(leading.told()).isNotEmpty();
        at("08:59");
        assertThat(leading.told()).isEmpty();
        assertThat(missed()).isEmpty();
    }

    @Test
    void theCommanderIsToldWhereNobodyLeadsCommunication() {
        leading.does(new RoleCommand.VacateRole(MajorRole.COMMUNICATIONS_LEAD, "ill"));
        leading.does(new RoleCommand.AssignRole(MajorRole.COMMANDER, BEN));
        assertThat(leading.told()).isNotEmpty();
        at("08:31");
        assertThat(leading.told()).containsExactly("update-overdue to ben");
    }

    @Test
    void whoNotesByHandWhatIsNotOverdueNotesNothing() {
        leading.does(new CommunicationCommand.NoteOverdue("customers", time("08:31")));
        at("08:40");
        leading.does(new CommunicationCommand.NoteOverdue("customers", time("08:30")));
        assertThat(missed()).isEmpty();
        leading.does(new CommunicationCommand.NoteOverdue("customers", time("08:31")));
        leading.does(new CommunicationCommand.NoteOverdue("customers", time("08:31")));
        assertThat(missed()).hasSize(1);
        assertThat(leading.told())
                .filteredOn(told -> told.startsWith("update-overdue"))
                .hasSize(1);
    }

    @Test
    void clocksRunUntilTheFinalUpdate() {
        assertThat(leading.refused(CommunicationCommand.Inform.last("customers", "that was it"))
                        .code())
                .isEqualTo("rule:final-update-after-restoration");
        at("08:10");
        leading.does(new MajorIncidentCommand.Restore("new disk"));
        assertThat(due("customers")).contains(time("08:31"));
        inform("customers");
        assertThat(due("customers")).contains(time("08:40"));
        leading.tellTheLast();
        assertThat(due("customers")).isEmpty();
        inform("customers");
        assertThat(due("customers")).as("one more, after the last").isEmpty();
        assertThat(leading.told()).isNotEmpty();
        at("23:00");
        assertThat(leading.told()).isEmpty();
        assertThat(company.store.tasks().pending(ACME)).isEmpty();
    }

    @Test
    void whenItComesBackClocksRunAgain() {
        leading.does(new MajorIncidentCommand.Restore("new disk"));
        leading.tellTheLast();
        leading.does(new MajorIncidentCommand.BeginReview());
        at("10:00");
        leading.does(new MajorIncidentCommand.Relapse("down again"));
        assertThat(due("customers")).contains(time("10:30"));
        leading.does(new MajorIncidentCommand.Restore("another disk"));
        assertThat(leading.refused(new MajorIncidentCommand.BeginReview()).code())
                .as("told of the first end, not of the second")
                .isEqualTo("rule:everybody-got-the-final-update");
    }

    @Test
    void aRelapseLeavesRunningClocksAsTheyAre() {
        leading.does(new MajorIncidentCommand.Mitigate("web mail works"));
        at("08:20");
        leading.does(new MajorIncidentCommand.Relapse("does not"));
        assertThat(due("customers")).contains(time("08:31"));
    }

    @Test
    void demotionStopsAllClocks() {
        leading.does(new MajorIncidentCommand.Demote("one floor"));
        assertThat(due("customers")).isEmpty();
        assertThat(leading.told()).isNotEmpty();
        at("23:00");
        assertThat(leading.told()).isEmpty();
        leading.does(new MajorIncidentCommand.ProposeAgain("all floors"));
        leading.does(new MajorIncidentCommand.Accept(Optional.empty(), ""));
        assertThat(due("customers")).contains(time("23:30"));
    }

    @Test
    void anotherPlanMovesWhatIsDue() {
        at("08:10");
        plan(new Audience("customers", "mail", Duration.ofMinutes(45), Optional.empty()), Leading.BOARD);
        assertThat(due("customers")).as("45 minutes after acceptance").contains(time("08:46"));
        assertThat(due("board")).as("an hour from now").contains(time("09:10"));
        plan(Leading.BOARD);
        assertThat(leading.now().clocks()).hasSize(1);
        assertThat(leading.refused(CommunicationCommand.Inform.of("customers", "x"))
                        .code())
                .isEqualTo("rule:audience-is-planned");

        at("09:20");
        assertThat(leading.told()).contains("update-overdue to carla");
        plan(Audience.of("board", "phone", Duration.ofMinutes(15)));
        assertThat(due("board")).as("long past").contains(time("08:25"));
        assertThat(leading.told()).containsExactly("update-overdue to carla");
        assertThat(leading.told()).isEmpty();
    }

    @Test
    void plansAreBounded() {
        List<Audience> many = IntStream.rangeClosed(0, CommunicationCommand.MAX_AUDIENCES)
                .mapToObj(i -> Audience.of("audience-" + i, "mail", Duration.ofHours(1)))
                .toList();
        Rejection rejection = leading.refused(new CommunicationCommand.PlanCommunication(many));
        assertThat(rejection.code()).isEqualTo("list.too-long");
        assertThat(leading.refused(new CommunicationCommand.PlanCommunication(
                                List.of(Leading.BOARD, Audience.of("board", "mail", Duration.ofHours(2)))))
                        .code())
                .isEqualTo("list.not-distinct");
        leading.does(new CommunicationCommand.PlanCommunication(many.subList(0, CommunicationCommand.MAX_AUDIENCES)));
        for (Duration cadence : List.of(
                Duration.ofSeconds(59),
                Duration.ofDays(31).plusSeconds(1),
                Duration.ofMinutes(5).plusNanos(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Audience.of("board", "mail", cadence));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Audience.of("x".repeat(49), "mail", Duration.ofHours(1)));
    }

    @Test
    void anAudienceThatIsAGroupGetsTheUpdate() {
        plan(Leading.CUSTOMERS.withGroup(SERVICE_DESK));
        assertThat(leading.told()).isNotEmpty();
        inform("customers");
        assertThat(leading.told()).containsExactly("major-incident-update to service-desk");
    }

    @Test
    void anEntryIsCorrectedByAnother() {
        at("08:20");
        leading.does(BEN, CommunicationCommand.Enter.at(time("08:05"), EntryKind.OBSERVATION, "disk 1 blinks"));
        long first = leading.journal().size();
        assertThat(leading.now().entries()).containsExactly(first);
        leading.does(
                BEN,
                CommunicationCommand.Enter.at(time("08:06"), EntryKind.OBSERVATION, "disk 2 blinks")
                        .correcting(first));
        assertThat(leading.now().entries()).containsExactly(first + 1);
        assertThat(leading.refused(CommunicationCommand.Enter.now(EntryKind.ACTION, "x")
                                .correcting(first))
                        .code())
                .isEqualTo("rule:corrected-entry-stands");
        assertThat(leading.refused(CommunicationCommand.Enter.now(EntryKind.ACTION, "x")
                                .correcting(1))
                        .code())
                .as("the proposal is no entry")
                .isEqualTo("rule:corrected-entry-stands");
        assertThat(leading.refused(CommunicationCommand.Enter.at(time("08:21"), EntryKind.ACTION, "x"))
                        .code())
                .isEqualTo("moment.in-future");
    }

    @Test
    void aTimelineHasRoomForAThousandEntries() {
        for (int i = 0; i < CommunicationCommand.Enter.MAX_ENTRIES; i++) {
            Company.done(company.itsm
                    .majorIncidents()
                    .submit(caller(BEN), leading.id, CommunicationCommand.Enter.now(EntryKind.ACTION, "step")));
        }
        long last = leading.journal().size();
        assertThat(leading.refused(CommunicationCommand.Enter.now(EntryKind.ACTION, "x"))
                        .code())
                .isEqualTo("rule:timeline-has-room");
        leading.does(CommunicationCommand.Enter.now(EntryKind.ACTION, "the last, in other words")
                .correcting(last));
        assertThat(leading.now().entries()).hasSize(CommunicationCommand.Enter.MAX_ENTRIES);
    }

    @Test
    void theTimelineTellsAllInTheOrderInWhichItHappened() {
        at("08:10");
        company.does(BEN, leading.id, new TicketCommand.Start<>());
        at("08:20");
        leading.does(BEN, CommunicationCommand.Enter.at(time("08:05"), EntryKind.OBSERVATION, "disk 1 blinks"));
        long first = leading.journal().size();
        leading.does(
                BEN,
                CommunicationCommand.Enter.at(time("08:15"), EntryKind.OBSERVATION, "disk 2 blinks")
                        .correcting(first));
        at("08:25");
        company.does(BEN, leading.id, new IncidentCommand.Diagnose("disk 2"));
        List<JournalEntry> incident = company.store.journal(ACME, Incidents.KIND, leading.id, 0, 1_000);

        List<MajorTimeline.Line> lines = MajorTimeline.merge(List.of(leading.journal(), incident));

        assertThat(lines)
                .extracting(line -> line.at() + " " + line.record().kind() + " " + line.place() + " " + line.stands())
                .containsExactly(
                        "2026-03-02T08:00:00Z incident 1 true",
                        "2026-03-02T08:00:00Z major-incident 1 true",
                        "2026-03-02T08:01:00Z major-incident 2 true",
                        "2026-03-02T08:01:00Z major-incident 3 true",
                        "2026-03-02T08:01:00Z major-incident 4 true",
                        "2026-03-02T08:01:00Z major-incident 5 true",
                        "2026-03-02T08:05:00Z major-incident 6 false",
                        "2026-03-02T08:10:00Z incident 2 true",
                        "2026-03-02T08:15:00Z major-incident 7 true",
                        "2026-03-02T08:25:00Z incident 3 true");
        assertThat(lines.get(6).correctedBy()).contains(7L);
        assertThat(MajorTimeline.merge(List.of(incident, leading.journal()))).isEqualTo(lines);
        assertThat(MajorTimeline.merge(List.of())).isEmpty();
    }
}
