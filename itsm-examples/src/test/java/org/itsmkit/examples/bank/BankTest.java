package org.itsmkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.Changes;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.examples.TestDatabases;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.people.Authorizers;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bank has its own rules, approvals, board, release train and reaction, and the kit goes by them everywhere. */
class BankTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final TenantId BANK = TenantId.of("bank");
    private static final String CLOSED_BOOKS = "rule:not-at-the-end-of-a-quarter";

    private static final Caller ADA = of("ada");
    private static final Caller BELA = of("bela");
    private static final Caller CLEO = of("cleo");
    private static final Caller EMMA = of("emma");
    private static final Caller ROSA = of("rosa");
    private static final Caller DIRK = of("dirk");

    private static final Window NEXT_WEEK = window("2026-03-10T22:00", "2026-03-11T02:00");
    private static final Window BOOKS_CLOSED = window("2026-03-29T22:00", "2026-03-30T02:00");

    private final SettableClock clock = new SettableClock(at("2026-03-02T09:00"));
    private Optional<Database> database = Optional.empty();

    static List<String> databases() {
        return TestDatabases.urls();
    }

    private static Caller of(String person) {
        return Caller.of(BANK, PersonId.of(person));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private Itsm bank(String url) {
        Database opened = TestDatabases.open(url, clock);
        database = Optional.of(opened);
        return Bank.kit()
                .store(opened.store())
                .authorizer(Authorizers.allowAll())
                .clock(clock)
                .build();
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        Database opened = database.orElseThrow();
        for (RecordKind<?> kind : List.of(Changes.KIND, ChangeModels.KIND, CabMeetings.KIND, Problems.KIND)) {
            assertThat(FoldLaw.check(opened.store(), BANK, kind, checked -> {}).breaks())
                    .isEmpty();
        }
        opened.close();
    }

    private static ChangeCommand.Draft.Builder draft(Window window) {
        return ChangeCommand.draft()
                .draft(TicketDraft.builder().title("New ledger").build())
                .plans(Plans.builder()
                        .implementation("Put the new ledger in")
                        .backOut("Put the old one back")
                        .build())
                .slot(Slot.of(window));
    }

    /** Ada drafts a change of which is known how bad it would be if it went wrong, and how probable that is. */
    private static RecordId assessed(Itsm itsm, Window window, String risk) {
        RecordId id = itsm.changes().submit(ADA, draft(window).build()).get().id();
        does(itsm, ADA, id, new PlanningCommand.AssessRisk(risk, risk));
        return id;
    }

    private static RecordId authorised(Itsm itsm) {
        RecordId id = assessed(itsm, NEXT_WEEK, "low");
        does(itsm, ADA, id, new ApprovalCommand.Submit());
        vote(itsm, BELA, id, "four-eyes", Choice.APPROVE);
        vote(itsm, CLEO, id, "four-eyes", Choice.APPROVE);
        assertThat(status(itsm, id)).isEqualTo("authorised");
        return id;
    }

    private static RecordId emergency(Itsm itsm) {
        RecordId id = itsm.changes()
                .submit(ADA, draft(BOOKS_CLOSED).type(ChangeType.EMERGENCY).build())
                .get()
                .id();
        does(itsm, ADA, id, new ApprovalCommand.Submit());
        return id;
    }

    private static Stored<Change> does(Itsm itsm, Caller by, RecordId id, Command<Change> command) {
        Either<Rejection, Stored<Change>> done = itsm.changes().submit(by, id, command);
        assertThat(done.isRight()).as("%s", done).isTrue();
        return done.get();
    }

    private static Rejection refused(Itsm itsm, Caller by, RecordId id, Command<Change> command) {
        Either<Rejection, Stored<Change>> tried = itsm.changes().submit(by, id, command);
        assertThat(tried.isLeft()).as("%s", tried).isTrue();
        return tried.getLeft();
    }

    private static void vote(Itsm itsm, Caller by, RecordId id, String authority, Choice choice) {
        does(itsm, by, id, new ApprovalCommand.CastVote(authority, choice, ""));
    }

    private static String status(Itsm itsm, RecordId id) {
        return itsm.changes()
                .find(ADA, id)
                .orElseThrow()
                .record()
                .ticket()
                .status()
                .name();
    }

    private static Optional<Offer> offer(Itsm itsm, RecordId id, Action action) {
        return itsm.changes().availableActions(ADA, id).stream()
                .filter(offer -> offer.action().equals(action))
                .findFirst();
    }

    private static Optional<String> whyNot(Itsm itsm, RecordId id, Action action) {
        return offer(itsm, id, action).flatMap(Offer::refusal).map(Rejection::code);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aChangeIsApprovedByFourEyesOfOthers(String url) {
        Itsm itsm = bank(url);
        RecordId id = assessed(itsm, NEXT_WEEK, "low");
        assertThat(refused(itsm, BELA, id, new ChangeCommand.Authorise("go")).code())
                .as("two eyes")
                .isEqualTo("rule:approval-is-given");
        does(itsm, ADA, id, new ApprovalCommand.Submit());
        assertThat(refused(itsm, ADA, id, new ApprovalCommand.CastVote("four-eyes", Choice.APPROVE, ""))
                        .code())
                .isEqualTo("vote.excluded");
        vote(itsm, BELA, id, "four-eyes", Choice.APPROVE);
        assertThat(status(itsm, id)).isEqualTo("awaiting-approval");
        vote(itsm, CLEO, id, "four-eyes", Choice.APPROVE);
        assertThat(status(itsm, id)).isEqualTo("authorised");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsTooRiskyIsVetoed(String url) {
        Itsm itsm = bank(url);
        RecordId risky = assessed(itsm, NEXT_WEEK, "high");
        does(itsm, ADA, risky, new ApprovalCommand.Submit());
        vote(itsm, BELA, risky, "four-eyes", Choice.APPROVE);
        vote(itsm, CLEO, risky, "four-eyes", Choice.APPROVE);
        vote(itsm, EMMA, risky, "four-eyes", Choice.APPROVE);
        assertThat(status(itsm, risky)).as("it waits for Rosa").isEqualTo("awaiting-approval");
        vote(itsm, ROSA, risky, "four-eyes", Choice.REJECT);
        assertThat(status(itsm, risky)).isEqualTo("rejected");

        RecordId harmless = assessed(itsm, NEXT_WEEK, "low");
        does(itsm, ADA, harmless, new ApprovalCommand.Submit());
        assertThat(refused(itsm, ROSA, harmless, new ApprovalCommand.CastVote("four-eyes", Choice.REJECT, ""))
                        .code())
                .as("nobody asks her")
                .isEqualTo("vote.not-eligible");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsPlannedForTheEndOfAQuarter(String url) {
        Itsm itsm = bank(url);
        RecordId id = assessed(itsm, BOOKS_CLOSED, "low");

        Rejection refused = refused(itsm, ADA, id, new ApprovalCommand.Submit());
        assertThat(refused.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(refused.code()).isEqualTo(CLOSED_BOOKS);
        assertThat(refused.sentence()).contains("only emergencies");
        assertThat(whyNot(itsm, id, ChangeLifecycle.SUBMIT)).contains(CLOSED_BOOKS);
        does(itsm, ADA, id, new PlanningCommand.Schedule(NEXT_WEEK));
        assertThat(whyNot(itsm, id, ChangeLifecycle.SUBMIT)).isEmpty();
        assertThat(refused(itsm, ADA, id, new PlanningCommand.Schedule(BOOKS_CLOSED))
                        .code())
                .isEqualTo(CLOSED_BOOKS);
        does(itsm, ADA, id, new ApprovalCommand.Submit());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void norBegunThenUnlessItIsAnEmergency(String url) {
        Itsm itsm = bank(url);
        RecordId late = authorised(itsm);
        RecordId begun = authorised(itsm);
        does(itsm, ADA, begun, new ChangeCommand.Begin());
        RecordId emergency = emergency(itsm);
        assertThat(offer(itsm, late, ChangeLifecycle.BEGIN).orElseThrow().isAllowed())
                .isTrue();

        clock.set(at("2026-03-29T00:00"));
        assertThat(refused(itsm, ADA, late, new ChangeCommand.Begin()).code()).isEqualTo(CLOSED_BOOKS);
        assertThat(refused(itsm, ADA, late, new ChangeCommand.Implement("at once"))
                        .code())
                .isEqualTo(CLOSED_BOOKS);
        assertThat(whyNot(itsm, late, ChangeLifecycle.BEGIN)).contains(CLOSED_BOOKS);
        assertThat(whyNot(itsm, begun, ChangeLifecycle.IMPLEMENT)).isEmpty();
        does(itsm, ADA, begun, new ChangeCommand.Implement("what was begun is ended"));
        does(itsm, ADA, emergency, new ChangeCommand.Begin());

        clock.set(at("2026-04-01T00:00"));
        does(itsm, ADA, late, new ChangeCommand.Begin());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anEmergencyIsLetPassByWhoIsOnDutyAndReviewedBySomebodyElse(String url) {
        Itsm itsm = bank(url);
        RecordId id = emergency(itsm);
        does(itsm, ADA, id, new ChangeCommand.Begin());
        does(itsm, ADA, id, new ChangeCommand.Implement("patched"));
        vote(itsm, DIRK, id, "on-duty", Choice.APPROVE);
        assertThat(itsm.changes().find(ADA, id).orElseThrow().record().isUnauthorised())
                .isFalse();
        ChangeCommand.LookBack lookBack = new ChangeCommand.LookBack("quick", "", List.of());

        assertThat(refused(itsm, ADA, id, new TicketCommand.Close<>()).code()).isEqualTo("rule:closed-after-review");
        assertThat(refused(itsm, ADA, id, lookBack).code()).isEqualTo("rule:reviewed-by-somebody-else");
        assertThat(refused(itsm, BELA.actingFor(ADA.person()), id, lookBack).code())
                .isEqualTo("rule:reviewed-by-somebody-else");
        assertThat(whyNot(itsm, id, ChangeLifecycle.REVIEW)).contains("rule:reviewed-by-somebody-else");
        does(itsm, BELA, id, lookBack);
        does(itsm, ADA, id, new TicketCommand.Close<>());
        assertThat(status(itsm, id)).isEqualTo("closed");
    }

    private static RecordId release(Itsm itsm) {
        RecordId model = itsm.changeModels()
                .submit(ADA, ReleaseTrain.model(ADA.person()))
                .get()
                .id();
        itsm.changeModels()
                .submit(BELA, model, new ChangeModelCommand.Approve("good"))
                .get();
        RecordId release = itsm.changes()
                .submit(
                        ADA,
                        draft(NEXT_WEEK)
                                .model(RecordRef.of(ChangeModels.NAME, model))
                                .build())
                .get()
                .id();
        does(itsm, ADA, release, new ApprovalCommand.Submit());
        return release;
    }

    private void meet(Itsm itsm, RecordId release, Choice emmas) {
        RecordRef change = RecordRef.of(Changes.NAME, release);
        String content =
                itsm.changes().find(CLEO, release).orElseThrow().record().content();
        RecordId meeting = itsm.cabMeetings()
                .submit(
                        CLEO,
                        CabMeetingCommand.plan()
                                .title("Release train 12")
                                .authority("release-board")
                                .chair(CLEO.person())
                                .addInvited(EMMA.person(), ROSA.person())
                                .planned(new Window(
                                        clock.instant(), clock.instant().plus(Duration.ofHours(1))))
                                .build())
                .get()
                .id();
        List<Command<CabMeeting>> order = List.of(
                new AgendaCommand.PutOnAgenda(change, content, Optional.of(ADA.person())),
                new AttendanceCommand.Convene(Set.of(CLEO.person(), EMMA.person(), ROSA.person())),
                new AgendaCommand.Decide(
                        change,
                        List.of(
                                new BoardVote(CLEO.person(), Choice.APPROVE),
                                new BoardVote(EMMA.person(), emmas),
                                new BoardVote(ROSA.person(), Choice.APPROVE)),
                        ""),
                new CabMeetingCommand.WriteMinutes("One release."),
                new CabMeetingCommand.Close());
        order.forEach(
                command -> itsm.cabMeetings().submit(CLEO, meeting, command).get());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theReleaseBoardMeetsAndDecides(String url) {
        Itsm itsm = bank(url);
        RecordId release = release(itsm);
        meet(itsm, release, Choice.APPROVE);

        assertThat(status(itsm, release)).isEqualTo("authorised");
        List<JournalEntry> history = itsm.changes().history(ADA, release);
        assertThat(history)
                .extracting(JournalEntry::name)
                .as("Rosa came to the meeting, but is not of the board")
                .endsWith("submitted", "voted", "voted", "authorised");
        assertThat(history.get(history.size() - 2).cause().toString()).contains("take-votes-of-meeting");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatTheBoardDoesNotWantIsRejected(String url) {
        Itsm itsm = bank(url);
        RecordId release = release(itsm);
        meet(itsm, release, Choice.REJECT);

        assertThat(status(itsm, release)).isEqualTo("rejected");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aReleaseGetsOnATrainIsStagedAndOnlyThenMade(String url) {
        Itsm itsm = bank(url);
        RecordId release = release(itsm);
        meet(itsm, release, Choice.APPROVE);
        Command<Change> board = new TicketCommand.Move<>(ReleaseTrain.BOARD);

        assertThat(refused(itsm, ADA, release, new ChangeCommand.Begin()).reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(whyNot(itsm, release, ChangeLifecycle.BEGIN)).contains("lifecycle.not-possible");
        assertThat(offer(itsm, release, ReleaseTrain.BOARD)).hasValueSatisfying(offer -> {
            assertThat(offer.isAllowed()).isTrue();
            assertThat(offer.needs()).containsExactly(ReleaseTrain.TRAIN);
        });
        assertThat(refused(itsm, ADA, release, board).sentence()).isEqualTo("Field train is required.");
        does(
                itsm,
                ADA,
                release,
                new TicketCommand.Move<>(ReleaseTrain.BOARD, Map.of(ReleaseTrain.TRAIN, FieldValue.text("train 12"))));
        assertThat(status(itsm, release)).isEqualTo("aboard");
        does(itsm, ADA, release, new TicketCommand.Move<>(ReleaseTrain.STAGE));
        does(itsm, ADA, release, new ChangeCommand.Begin());
        does(itsm, ADA, release, new ChangeCommand.Implement("all is in"));
        does(itsm, ADA, release, new TicketCommand.Close<>());
        assertThat(status(itsm, release)).isEqualTo("closed");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatGetsOffWaitsForTheNextTrain(String url) {
        Itsm itsm = bank(url);
        RecordId release = release(itsm);
        meet(itsm, release, Choice.APPROVE);
        Map<String, FieldValue> train = Map.of(ReleaseTrain.TRAIN, FieldValue.text("train 12"));
        does(itsm, ADA, release, new TicketCommand.Move<>(ReleaseTrain.BOARD, train));
        does(itsm, ADA, release, new TicketCommand.Move<>(ReleaseTrain.GET_OFF));

        assertThat(status(itsm, release)).isEqualTo("authorised");
        assertThat(itsm.changes().find(ADA, release).orElseThrow().record().authorisation())
                .as("the board need not meet again")
                .isPresent();
        does(itsm, ADA, release, new TicketCommand.Move<>(ReleaseTrain.BOARD));
        does(itsm, ADA, release, new ChangeCommand.Revise("another way"));
        assertThat(itsm.changes().find(ADA, release).orElseThrow().record().authorisation())
                .as("but for something else")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void otherChangesKnowOfNoTrain(String url) {
        Itsm itsm = bank(url);
        RecordId other = authorised(itsm);

        assertThat(offer(itsm, other, ReleaseTrain.BOARD)).isEmpty();
        assertThat(refused(itsm, ADA, other, new TicketCommand.Move<>(ReleaseTrain.BOARD))
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        does(itsm, ADA, other, new ChangeCommand.Begin());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasBackedOutIsAProblem(String url) {
        Itsm itsm = bank(url);
        RecordId id = authorised(itsm);
        does(itsm, ADA, id, new ChangeCommand.Begin());
        does(itsm, ADA, id, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "The sums did not agree"));

        Problem problem = itsm.problems().find(ADA, id).orElseThrow().record();
        assertThat(problem.ticket().title()).isEqualTo("Change CHG0000001 was backed out");
        assertThat(problem.ticket().requester()).isEqualTo(ADA.person());
        List<JournalEntry> changes = itsm.changes().history(ADA, id);
        JournalEntry made = changes.get(changes.size() - 1);
        JournalEntry logged = itsm.problems().history(ADA, id).get(0);
        assertThat(made.name()).isEqualTo("implemented");
        assertThat(logged.cause())
                .isEqualTo(Cause.of(
                        "reaction:" + ProblemOfBackedOutChange.NAME, RecordRef.of(Changes.NAME, id), made.sequence()));
        assertThat(logged.recordedAt()).as("in the same commit").isEqualTo(made.recordedAt());
        assertThat(itsm.incidents().find(ADA, id)).as("all is as it was").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWentOtherwiseIsNone(String url) {
        Itsm itsm = bank(url);
        for (ChangeOutcome outcome : ChangeOutcome.values()) {
            RecordId id = authorised(itsm);
            does(itsm, ADA, id, new ChangeCommand.Implement(outcome, "as it was"));
            assertThat(itsm.problems().find(ADA, id).isPresent())
                    .as("%s", outcome)
                    .isEqualTo(outcome == ChangeOutcome.BACKED_OUT);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aBranchMaySwitchOffWhatTheBankHas(String url) {
        Itsm itsm = bank(url);
        RecordId id = authorised(itsm);
        itsm.tailor(
                        ADA,
                        Tailoring.builder()
                                .addReactionsOff(ProblemOfBackedOutChange.NAME)
                                .addRulesOff("change/not-at-the-end-of-a-quarter")
                                .build())
                .get();
        clock.set(at("2026-03-30T09:00"));
        does(itsm, ADA, id, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "The sums did not agree"));

        assertThat(itsm.problems().find(ADA, id)).isEmpty();
    }
}
