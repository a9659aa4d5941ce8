package org.itsmkit.ticket;

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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.kernel.FollowUp.Ending;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets wait for somebody who is reminded, for an answer, or for a moment, and go on by themselves. */
class HoldsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant FRIDAY = MONDAY_MORNING.plus(Duration.ofDays(4));
    private static final HoldReason PATIENT = new HoldReason("awaiting-patient", false)
            .followedUp(FollowUp.ON_REPLY.reminding(
                    DAY, 2, Ending.resolves("no-answer", "Nobody answered. Call us if it is still broken.")));

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    @AfterEach
    void theJournalFoldsToTheRecord() {
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private Ticket ticket() {
        return company.now(id).record().ticket();
    }

    private void tailor(HoldReason... reasons) {
        done(company.itsm.tailor(
                caller(DORA), Tailoring.builder().addHoldReasons(reasons).build()));
    }

    private void waitFor(HoldReason reason) {
        company.does(id, new TicketCommand.PutOnHold<>(reason));
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

    private JournalEntry last() {
        List<JournalEntry> journal = company.journal(id);
        return journal.get(journal.size() - 1);
    }

    private List<String> told(String code) {
        return company.told.stream()
                .filter(notice -> notice.code().equals(code))
                .map(notice -> notice.person()
                        .map(Object::toString)
                        .or(() -> notice.group().map(Object::toString))
                        .orElseThrow())
                .toList();
    }

    @Test
    void whatWaitsForTheRequesterGoesOnInTheCommitOfTheirAnswer() {
        waitFor(HoldReason.AWAITING_REQUESTER);
        company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
        long before =
                company.store.feed(company.itsm.registry().kinds(), 0, 100).size();

        company.does(ANNA, id, TicketCommand.Comment.toAll("It is the blue one"));

        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(ticket().hold()).isEmpty();
        assertThat(company.events(id)).endsWith("commented", "moved");
        assertThat(company.store.feed(company.itsm.registry().kinds(), 0, 100)).hasSize((int) before + 2);
        assertThat(last().cause().name()).isEqualTo("following");
        assertThat(last().cause().sequence()).isEqualTo(company.now(id).version() - 1);
        company.work();
        assertThat(told("resumed")).containsExactly("carla");
    }

    @Test
    void alsoWhenSomebodyAnswersForThem() {
        waitFor(HoldReason.AWAITING_REQUESTER);

        done(company.itsm
                .incidents()
                .submit(caller(BEN).actingFor(ANNA), id, TicketCommand.Comment.toAll("Anna called: the blue one")));

        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void notWhenOthersSpeakOrTheAnswerIsInternalOrItWaitsForSomethingElse() {
        waitFor(HoldReason.AWAITING_REQUESTER);
        company.does(BEN, id, TicketCommand.Comment.toAll("Which printer?"));
        company.does(HANNA, id, TicketCommand.Comment.toAll("Mine works"));
        company.does(ANNA, id, TicketCommand.Comment.internal("a note of my own"));
        assertThat(ticket().hold()).map(Hold::reason).contains("awaiting-requester");

        waitFor(HoldReason.AWAITING_SUPPLIER);
        company.does(ANNA, id, TicketCommand.Comment.toAll("When does the part come?"));
        assertThat(ticket().hold()).map(Hold::reason).contains("awaiting-supplier");
    }

    @Test
    void whoMayAnswerNeedNotBePermittedToResume() {
        Company withRoles = Company.withRoles();
        RecordId printer = withRoles.log().id();
        withRoles.does(printer, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER));

        withRoles.does(ANNA, printer, TicketCommand.Comment.toAll("It is the blue one"));

        assertThat(withRoles.now(printer).record().ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void whereTheLifecycleLetsNobodyResumeTheAnswerStandsAlone() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .remove(IncidentLifecycle.ON_HOLD, TicketAction.RESUME)
                                        .build()
                                        .toData())
                        .build()));
        waitFor(HoldReason.AWAITING_REQUESTER);
        company.audited.clear();

        company.does(ANNA, id, TicketCommand.Comment.toAll("It is the blue one"));

        assertThat(company.events(id)).endsWith("held", "commented");
        assertThat(company.audited)
                .singleElement()
                .extracting(AuditSink.Verdict::code)
                .isEqualTo("following.refused");
    }

    @Test
    void anAnswerSentTwiceUnderOneKeyResumesOnce() {
        waitFor(HoldReason.AWAITING_REQUESTER);
        TicketCommand.Comment<Incident> answer = TicketCommand.Comment.toAll("It is the blue one");

        var first = done(company.itsm.incidents().submit(caller(ANNA), id, answer, Options.once("answer-1")));
        var second = done(company.itsm.incidents().submit(caller(ANNA), id, answer, Options.once("answer-1")));

        assertThat(second).isEqualTo(first);
        assertThat(company.events(id)).containsExactly("logged", "held", "commented", "moved");
    }

    @Test
    void itWaitsUntilTheMomentThatWasSaidAndNoShorter() {
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, FRIDAY));
        assertThat(ticket().hold()).flatMap(Hold::until).contains(FRIDAY);

        at(FRIDAY.minusNanos(1_000));
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        at(FRIDAY);
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(last().cause()).isEqualTo(Cause.of("timer:resume"));
        assertThat(timers()).isEmpty();
    }

    @Test
    void anotherMomentTakesThePlaceOfTheFirst() {
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, FRIDAY));
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, FRIDAY.plus(DAY)));
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, FRIDAY.plus(DAY)));
        assertThat(company.events(id)).containsExactly("logged", "held", "held");

        at(FRIDAY);
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        waitFor(HoldReason.AWAITING_SUPPLIER);
        assertThat(timers()).isEmpty();
        at(FRIDAY.plus(DAY));
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
    }

    @Test
    void aMomentThatHasPassedIsRefused() {
        assertThat(company.refused(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, MONDAY_MORNING))
                        .code())
                .isEqualTo("hold.until-past");
        assertThat(company.refused(
                                id,
                                new TicketCommand.PutOnHold<>(
                                        "other", Optional.empty(), Optional.of(Instant.parse("2001-01-01T00:00:00Z"))))
                        .violations())
                .extracting(violation -> violation.code())
                .containsExactlyInAnyOrder("hold.until-past", "text.missing");
    }

    @Test
    void whoeverResolvesItOrGoesOnWithItTakesTheTimersAway() {
        tailor(PATIENT);
        company.does(id, new TicketCommand.PutOnHold<>(PATIENT, FRIDAY));
        assertThat(timers()).hasSize(2);
        company.does(id, new TicketCommand.Resume<>());
        assertThat(timers()).isEmpty();

        company.does(id, new TicketCommand.PutOnHold<>(PATIENT, FRIDAY));
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        assertThat(timers()).isEmpty();
        at(FRIDAY.plus(DAY));
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(told("reminded")).isEmpty();
    }

    @Test
    void theRequesterIsRemindedAndThenItIsResolved() {
        tailor(PATIENT);
        waitFor(PATIENT);
        company.aMinuteLater();
        company.does(id, TicketCommand.Comment.toAll("Please tell us which one"));

        at(MONDAY_MORNING.plus(DAY).minusNanos(1_000));
        assertThat(told("reminded")).isEmpty();
        at(MONDAY_MORNING.plus(DAY));
        assertThat(told("reminded")).containsExactly("anna");
        assertThat(ticket().hold()).map(Hold::reminders).contains(List.of(MONDAY_MORNING.plus(DAY)));
        assertThat(last().event()).isEqualTo(new HoldEvent.Reminded<Incident>("awaiting-patient", 1));
        at(MONDAY_MORNING.plus(DAY.multipliedBy(2)));
        assertThat(told("reminded")).hasSize(2);
        at(MONDAY_MORNING.plus(DAY.multipliedBy(3)).minusNanos(1_000));
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        at(MONDAY_MORNING.plus(DAY.multipliedBy(3)));

        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(company.now(id).record().resolution())
                .contains(new Resolution(
                        new Resolution.Code("no-answer"), "Nobody answered. Call us if it is still broken."));
        assertThat(company.events(id))
                .containsExactly("logged", "held", "commented", "reminded", "reminded", "resolved");
        assertThat(told("resolved")).containsExactly("anna");
        assertThat(timers()).isEmpty();
    }

    @Test
    void anAnswerBetweenRemindersEndsThem() {
        tailor(PATIENT);
        waitFor(PATIENT);
        at(MONDAY_MORNING.plus(DAY));
        company.does(ANNA, id, TicketCommand.Comment.toAll("The blue one"));

        at(FRIDAY);

        assertThat(told("reminded")).hasSize(1);
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(company.events(id)).containsExactly("logged", "held", "reminded", "commented", "moved");
    }

    @Test
    void aQueueThatStoodStillForDaysRemindsOnceAndCountsFromThere() {
        tailor(PATIENT);
        waitFor(PATIENT);

        at(FRIDAY);
        assertThat(told("reminded")).hasSize(1);
        at(FRIDAY.plus(DAY));
        assertThat(told("reminded")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"waits, on-hold, 0", "resumes, in-progress, 0", "resolves, resolved, 0", "waits, on-hold, 3"})
    void theEndingIsTheTenants(String how, String status, int times) {
        Ending ending = switch (how) {
            case "waits" -> Ending.waits();
            case "resumes" -> Ending.resumes();
            default -> Ending.resolves("fixed", "It went away");
        };
        HoldReason reason = new HoldReason("awaiting-supplier", false)
                .followedUp(new FollowUp(false, Optional.empty()).reminding(DAY, times, ending));
        tailor(reason);
        waitFor(reason);

        for (int day = 1; day <= 5; day++) {
            at(MONDAY_MORNING.plus(DAY.multipliedBy(day)));
        }

        assertThat(ticket().status().name()).isEqualTo(status);
        assertThat(told("reminded")).hasSize(times);
        assertThat(timers()).isEmpty();
    }

    @Test
    void whereSomebodySaidUntilWhenItIsNotGivenUpBefore() {
        tailor(PATIENT);
        company.does(id, new TicketCommand.PutOnHold<>(PATIENT, FRIDAY));

        for (int day = 1; day <= 4; day++) {
            at(MONDAY_MORNING.plus(DAY.multipliedBy(day)));
        }

        assertThat(told("reminded")).hasSize(2);
        assertThat(company.events(id)).containsExactly("logged", "held", "reminded", "reminded", "moved");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 2"})
    void whereTheTenantChangesHowOftenItRemindsTheWaitStillEnds(int before, int after) {
        tailor(reminding(before));
        waitFor(reminding(before));
        at(MONDAY_MORNING.plus(DAY));
        tailor(reminding(after));

        for (int day = 2; day <= 4; day++) {
            at(MONDAY_MORNING.plus(DAY.multipliedBy(day)));
        }

        assertThat(told("reminded")).hasSize(after);
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(timers()).isEmpty();
    }

    private static HoldReason reminding(int times) {
        return new HoldReason("awaiting-patient", false)
                .followedUp(FollowUp.ON_REPLY.reminding(DAY, times, Ending.resolves("no-answer", "Nobody answered.")));
    }

    @Test
    void whatWaitsWithItsParentIsNotGivenUpBeforeThat() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addHoldReasons(PATIENT)
                        .addCascadingHolds(PATIENT.name())
                        .build()));
        RecordId child = company.log(HANNA, "Cannot send mail").id();
        company.does(child, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(id)));
        company.does(id, new TicketCommand.PutOnHold<>(PATIENT, FRIDAY));

        for (int day = 1; day < 4; day++) {
            at(MONDAY_MORNING.plus(DAY.multipliedBy(day)));
        }
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        assertThat(company.now(child).record().ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        at(FRIDAY);
        assertThat(company.now(child).record().ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(timers()).isEmpty();
    }

    @Test
    void whatTheRequesterSaysToAllBelowTooIsAnAnswer() {
        waitFor(HoldReason.AWAITING_REQUESTER);

        company.does(ANNA, id, new TicketFamilyCommand.CommentToAll<>("It is the blue one"));

        assertThat(company.events(id)).endsWith("commented-to-all", "moved");
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void agentsRemindTooAndThatCounts() {
        tailor(PATIENT);
        waitFor(PATIENT);
        company.clock.advance(Duration.ofHours(1));
        company.does(BEN, id, new HoldCommand.Remind<>());

        at(MONDAY_MORNING.plus(DAY));
        assertThat(told("reminded")).hasSize(1);
        at(MONDAY_MORNING.plus(DAY).plus(Duration.ofHours(1)));
        assertThat(told("reminded")).hasSize(2);
        assertThat(timers()).hasSize(1);
    }

    @Test
    void whatDoesNotWaitIsNotRemindedAndNobodyAHundredAndOneTimes() {
        assertThat(company.refused(id, new HoldCommand.Remind<>()).code()).isEqualTo("hold.does-not-wait");
        waitFor(HoldReason.AWAITING_REQUESTER);
        for (int i = 0; i < 100; i++) {
            company.does(id, new HoldCommand.Remind<>());
        }
        assertThat(company.refused(id, new HoldCommand.Remind<>()).code()).isEqualTo("hold.reminded-too-often");
    }

    @Test
    void toRemindMustBePermitted() {
        Company withRoles = Company.withRoles();
        RecordId printer = withRoles.log().id();
        withRoles.does(printer, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER));

        assertThat(withRoles.refused(ANNA, printer, new HoldCommand.Remind<>()).code())
                .isEqualTo("caller.denied");
    }

    @Test
    void aReasonThatTheTenantTookAwayRemindsNoLonger() {
        tailor(PATIENT);
        waitFor(PATIENT);
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));

        at(FRIDAY);

        assertThat(told("reminded")).isEmpty();
        assertThat(ticket().hold()).map(Hold::reason).contains("awaiting-patient");
        assertThat(timers()).isEmpty();
    }

    @Test
    void aRowThatLeadsFromWaitingToWaitingKeepsWhatItWaitsFor() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .status("answered", Phase.WAITING)
                                        .remove(IncidentLifecycle.ON_HOLD, TicketAction.COMMENT)
                                        .move(IncidentLifecycle.ON_HOLD, TicketAction.COMMENT.value(), "answered")
                                        .move("answered", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                                        .build()
                                        .toData())
                        .build()));
        company.does(id, new TicketCommand.PutOnHold<>("other", Optional.of("the moon"), Optional.of(FRIDAY)));
        Hold hold = ticket().hold().orElseThrow();
        company.aMinuteLater();

        company.does(BEN, id, TicketCommand.Comment.toAll("It is nearly full"));

        assertThat(ticket().status().name()).isEqualTo("answered");
        assertThat(ticket().hold()).contains(hold);
        at(FRIDAY);
        assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void remindersAreWithinBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowUp.ON_REPLY.reminding(Duration.ofSeconds(59), 1, Ending.waits()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowUp.ON_REPLY.reminding(Duration.ofDays(3_661), 1, Ending.waits()));
        assertThatIllegalArgumentException().isThrownBy(() -> FollowUp.ON_REPLY.reminding(DAY, 101, Ending.waits()));
        assertThatIllegalArgumentException().isThrownBy(() -> FollowUp.ON_REPLY.reminding(DAY, -1, Ending.waits()));
        assertThatIllegalArgumentException().isThrownBy(() -> Ending.resolves("not a code", "text"));
        assertThatIllegalArgumentException().isThrownBy(() -> Ending.resolves("fixed", " "));
    }

    @Test
    void twoReasonsOfOneNameAreRefused() {
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .addHoldReasons(PATIENT, new HoldReason("awaiting-patient", true))
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("settings.hold-reason-twice");
    }

    @Test
    void aWaitThatIsMigratedMayHaveBegunBefore() {
        tailor(PATIENT);
        Instant since = MONDAY_MORNING.minus(DAY.multipliedBy(2));
        Hold imported = new Hold(
                "awaiting-patient",
                Optional.empty(),
                Optional.empty(),
                Optional.of(since),
                List.of(),
                Optional.empty());
        company.does(id, new TicketCommand.Migrate<>("on-hold", Optional.of(imported), "imported"));

        company.work();
        assertThat(told("reminded")).hasSize(1);
        assertThat(company.refused(
                                id,
                                new TicketCommand.Migrate<>(
                                        "on-hold",
                                        Optional.of(new Hold(
                                                "awaiting-patient",
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(FRIDAY),
                                                List.of(),
                                                Optional.empty())),
                                        "imported"))
                        .code())
                .isEqualTo("migration.waits-since-future");
    }
}
