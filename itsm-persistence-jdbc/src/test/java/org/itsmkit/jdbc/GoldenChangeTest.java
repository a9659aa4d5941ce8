package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Authorisation;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.kernel.Command;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change is stored as that is voted on three times before it is made; as {@link GoldenJournalTest} has it for the others. */
class GoldenChangeTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final PersonId DORIS = PersonId.of("doris");
    private static final PersonId ERIKA = PersonId.of("erika");
    private static final Instant BEGIN = Instant.parse("2026-03-03T09:00:00Z");
    private static final Window NIGHT =
            new Window(Instant.parse("2026-03-10T22:00:00Z"), Instant.parse("2026-03-11T02:00:00Z"));
    private static final RecordRef CHANGE = RecordRef.of("change", RecordId.of("chg-1"));

    private static final ChangeProcedure URGENT = ChangeProcedure.builder()
            .type(ChangeType.EMERGENCY)
            .addApprovals(ApprovalStep.of(Authority.of("owners", Voters.people(BOB, CLARA, DORIS), new Quorum.Count(2))
                            .withVeto(Voters.people(DORIS)))
                    .within(ApprovalTerms.unlimited()
                            .withOpenFor(Duration.ofDays(2), ApprovalTerms.OnExpiry.EXPIRE)
                            .withValidFor(Duration.ofDays(30))))
            .risk(RiskModel.highestOf(RiskMatrix.standard()))
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(ANNA)
                    .person(BOB)
                    .person(CLARA)
                    .person(DORIS)
                    .person(ERIKA)
                    .build())
            .changePractice(ChangePractice.standard().with(URGENT))
            .clock(clock)
            .build();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changesAreStoredAsTheyWere() throws Exception {
        live();

        golden.assertStored("change", "chg-1", Golden.ownEvents(Changes.KIND));
        assertThat(fold()).contains(now());
        assertThat(now().authorisation().map(Authorisation::basis)).contains(Authorisation.Basis.VOTES);
        assertThat(now().round().orElseThrow().ballots()).hasSize(2);
        assertThat(now().round().orElseThrow().delegations()).hasSize(1);
        assertThat(List.of(
                        now().slot().isPresent(),
                        now().risk().isPresent(),
                        now().begunAt().isPresent(),
                        now().result().isPresent(),
                        now().review().isPresent()))
                .containsOnly(true);
    }

    /** Whoever voted, and whoever let somebody vote, is nobody any more, and still as many voted, for as many. */
    @Test
    void aVoterThatIsErasedStillVoted() {
        live();
        Change before = now();

        for (PersonId voter : List.of(BOB, DORIS, ERIKA)) {
            erase(Erasure.of(voter));
        }

        assertThat(now().toString()).doesNotContain("bob", "doris", "erika").contains("clara");
        assertThat(now().round().orElseThrow().votes())
                .extracting(vote -> vote.representing().size())
                .isEqualTo(before.round().orElseThrow().votes().stream()
                        .map(vote -> vote.representing().size())
                        .toList());
        assertThat(outcome(now())).isEqualTo(outcome(before));
        assertThat(fold()).contains(now());
        assertThat(FoldLaw.check(store, ACME, Changes.KIND, done -> {}).breaks())
                .isEmpty();
    }

    /** Nothing of what people wrote is left, and the record can still be read. */
    @Test
    void whatIsErasedStillFolds() {
        live();

        erase(Erasure.personal(Changes.KIND));

        assertThat(now().toString())
                .doesNotContain("anna", "bob", "clara", "doris", "erika", "disk", "night", "loud", "first");
        assertThat(now().round().orElseThrow().ballots()).hasSize(2);
        assertThat(fold()).contains(now());
        assertThat(FoldLaw.check(store, ACME, Changes.KIND, done -> {}).breaks())
                .isEmpty();
    }

    private static String outcome(Change change) {
        return change.round()
                .orElseThrow()
                .evaluate(change.ticket().updatedAt())
                .outcome()
                .name();
    }

    private void erase(Erasure erasure) {
        itsm.protection()
                .erase(caller(CLARA), CHANGE, erasure, "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
    }

    private void live() {
        clock.set(BEGIN);
        itsm.changes()
                .submitNew(
                        caller(ANNA),
                        CHANGE.id(),
                        ChangeCommand.draft()
                                .draft(TicketDraft.builder()
                                        .title("A bigger disk")
                                        .build())
                                .plans(Plans.of("Add a disk at night"))
                                .slot(Slot.of(NIGHT))
                                .affected(new Affected(Set.of(AffectedItem.of("srv-7")), Set.of()))
                                .build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        does(BOB, new ChangeCommand.Authorise("Good"));
        does(ANNA, new ChangeCommand.Revise(plans()));
        does(ANNA, new PlanningCommand.Reclassify(ChangeType.EMERGENCY));
        does(ANNA, new PlanningCommand.AssessRisk("low", "high"));
        does(ANNA, new PlanningCommand.Schedule(NIGHT, Optional.of(NIGHT)));
        nobodyAnswers();
        theySayNo();
        theySayYes();
        does(ANNA, new ChangeCommand.Begin());
        does(ANNA, new ChangeCommand.Implement(ChangeOutcome.SUCCESSFUL_WITH_ISSUES, "The disk was loud"));
        does(BOB, new ChangeCommand.LookBack("It was quick", "It was loud", List.of("Ask first")));
        does(ANNA, new TicketCommand.Close<>());
    }

    private static Plans plans() {
        return Plans.builder()
                .implementation("Add a disk on Sunday night")
                .backOut("Take the disk out")
                .test("Fill the disk")
                .communication("Tell those who work at night")
                .build();
    }

    private void nobodyAnswers() {
        does(ANNA, new ApprovalCommand.Submit());
        clock.advance(Duration.ofDays(2));
        does(BOB, new ApprovalCommand.Expire());
    }

    private void theySayNo() {
        does(ANNA, new ApprovalCommand.Submit());
        does(BOB, new ApprovalCommand.CastVote("owners", Vote.Choice.REJECT, "Not at night"));
        does(CLARA, new ApprovalCommand.CastVote("owners", Vote.Choice.REJECT, "Nor by day"));
        does(ANNA, new ChangeCommand.Revise(plans()));
    }

    private void theySayYes() {
        does(ANNA, new ApprovalCommand.Submit());
        does(BOB, new ApprovalCommand.Delegate(ERIKA, clock.instant().plus(Duration.ofDays(1))));
        does(ERIKA, new ApprovalCommand.CastVote("owners", Vote.Choice.APPROVE, "At night, then"));
        does(
                CLARA,
                new ApprovalCommand.TakeVotes(
                        "owners", now().content(), Map.of(DORIS, Vote.Choice.APPROVE), "We met at night"));
    }

    private void does(PersonId by, Command<Change> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.changes()
                .submit(caller(by), CHANGE.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private static Caller caller(PersonId person) {
        return Caller.of(ACME, person);
    }

    private Change now() {
        return itsm.changes().find(caller(CLARA), CHANGE.id()).orElseThrow().record();
    }

    private Optional<Change> fold() {
        return Fold.of(store, ACME, Changes.KIND, CHANGE.id(), entry -> true).record();
    }
}
