package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that others must approve. */
class ChangeApprovalTest {

    private Company company =
            Changing.company(Changing.strict(ChangeType.NORMAL), Changing.strict(ChangeType.EMERGENCY));

    private Changing changing() {
        return Changing.drafted(company, ChangeType.NORMAL);
    }

    private static ApprovalCommand.CastVote vote(String authority, Choice choice) {
        return new ApprovalCommand.CastVote(authority, choice, "");
    }

    private static ChangeProcedure by(ApprovalRule rule) {
        return ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .addApprovals(ApprovalStep.of(rule))
                .build();
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(company.store, ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void whatIsApprovedIsAuthorisedInTheSameCommitBecauseOfTheVote() {
        Changing changing = changing().submit();
        assertThat(changing.status()).isEqualTo("awaiting-approval");
        company.aMinuteLater();

        changing.carla(Choice.APPROVE);

        assertThat(changing.status()).isEqualTo("authorised");
        Authorisation authorisation = changing.now().authorisation().orElseThrow();
        assertThat(authorisation.basis()).isEqualTo(Authorisation.Basis.VOTES);
        assertThat(authorisation.content()).isEqualTo(changing.now().content());
        List<JournalEntry> journal = company.store.journal(ACME, Changes.KIND, changing.id, 0, 20);
        JournalEntry voted = journal.get(journal.size() - 2);
        JournalEntry authorised = journal.get(journal.size() - 1);
        assertThat(voted.name()).isEqualTo("voted");
        assertThat(authorised.name()).isEqualTo("authorised");
        assertThat(authorised.cause())
                .isEqualTo(Cause.of("reaction:conclude-approval", Company.change(changing.id), voted.sequence()));
        assertThat(authorised.recordedAt()).isEqualTo(voted.recordedAt());
    }

    @Test
    void whatIsNotApprovedIsNotAuthorisedByAnybody() {
        Changing changing = changing();
        Rejection unasked = changing.refused(DORA, new ChangeCommand.Authorise("go"));
        assertThat(unasked.code()).isEqualTo("rule:approval-is-given");
        assertThat(unasked.sentence()).contains("submit it");
        changing.submit();
        Rejection unheard = changing.refused(FRIDA, new ChangeCommand.Authorise("go"));
        assertThat(unheard.code()).isEqualTo("rule:approval-is-given");
        assertThat(unheard.sentence()).contains("carla, dora may still vote");
        assertThat(changing.refused(DORA, new ApprovalCommand.Reject("")).code())
                .isEqualTo("rule:rejection-is-given");
        assertThat(changing.refused(DORA, new ApprovalCommand.Expire()).code()).isEqualTo("rule:approval-has-expired");
    }

    @Test
    void whoIsAskedIsCalledWhenItIsTheirTurn() {
        company = Changing.company(by(ApprovalRule.inSequence(
                Authority.peer(Voters.people(CARLA)),
                Authority.of("board", Voters.people(FRIDA, EMIL), Quorum.count(2)))));
        Changing changing = changing().submit();
        company.work();
        assertThat(company.told)
                .filteredOn(notice -> notice.code().equals("approval-asked"))
                .extracting(notice -> notice.person().orElseThrow().value())
                .containsExactly("carla");
        assertThat(changing.refused(FRIDA, vote("board", Choice.APPROVE)).code())
                .isEqualTo("vote.not-open");

        changing.does(CARLA, vote("peer", Choice.APPROVE));
        company.work();
        assertThat(company.told)
                .filteredOn(notice -> notice.code().equals("approval-asked"))
                .hasSize(3);
        changing.does(FRIDA, vote("board", Choice.APPROVE));
        assertThat(changing.status()).isEqualTo("awaiting-approval");
        company.work();
        assertThat(company.told)
                .filteredOn(notice -> notice.code().equals("approval-asked"))
                .as("nobody is called twice")
                .hasSize(3);
        changing.does(EMIL, vote("board", Choice.APPROVE));
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void votesInVainAreRefusedWithTheReason() {
        Changing changing = changing().submit();
        assertThat(changing.refused(BEN, vote("operations", Choice.APPROVE)).code())
                .isEqualTo("vote.excluded");
        assertThat(changing.refused(ANNA, vote("operations", Choice.APPROVE)).code())
                .isEqualTo("vote.not-eligible");
        assertThat(changing.refused(CARLA, vote("board", Choice.APPROVE)).code())
                .isEqualTo("approval.unknown-authority");
        changing.carla(Choice.ABSTAIN);
        assertThat(changing.refused(CARLA, vote("operations", Choice.APPROVE)).code())
                .isEqualTo("vote.voted-before");
        company.clock.advance(Duration.ofDays(7));
        assertThat(changing.refused(DORA, vote("operations", Choice.APPROVE)).code())
                .isEqualTo("vote.expired");
    }

    @Test
    void whoMakesItDoesNotApproveIt() {
        Changing changing = changing();
        changing.does(DORA, new TicketCommand.Assign<>(OPERATIONS, CARLA));
        changing.submit();
        assertThat(changing.refused(CARLA, vote("operations", Choice.APPROVE)).code())
                .isEqualTo("vote.excluded");
        assertThat(changing.now().round().orElseThrow().request().excluded()).containsExactly(BEN, CARLA);
    }

    @Test
    void whatNobodyCouldApproveIsNotSubmitted() {
        company = Changing.company(by(Authority.of("pair", Voters.members(OPERATIONS), Quorum.count(3))));
        Rejection rejection = changing().refused(BEN, new ApprovalCommand.Submit());
        assertThat(rejection.violations()).extracting(Violation::code).containsExactly("approval.unreachable");
        assertThat(rejection.subject()).isPresent();

        company = Changing.company(by(Authority.changeManager()));
        assertThat(changing().refused(BEN, new ApprovalCommand.Submit()).code())
                .as("nobody holds the role")
                .isEqualTo("approval.unreachable");
    }

    @Test
    void holdersOfARoleAreAsked() {
        company = Changing.company(by(Authority.of("leads", Voters.holders("lead"), Quorum.any())));
        Changing changing = changing().submit();
        assertThat(changing.now()
                        .round()
                        .orElseThrow()
                        .evaluate(company.clock.instant())
                        .mayVote())
                .isEqualTo(Map.of("leads", Set.of(DORA)));
        changing.does(DORA, vote("leads", Choice.APPROVE));
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void whereNobodyIsAskedNothingIsSubmitted() {
        company = Company.open();
        assertThat(changing().refused(BEN, new ApprovalCommand.Submit()).code()).isEqualTo("approval.nobody-is-asked");
    }

    @Test
    void whatIsRejectedIsPlannedAnewAndAskedAnew() {
        Changing changing = changing().submit();
        changing.carla(Choice.REJECT);
        changing.does(DORA, vote("operations", Choice.REJECT));
        assertThat(changing.status()).isEqualTo("rejected");
        assertThat(changing.now().round()).as("one can read why").isPresent();
        changing.does(BEN, new ChangeCommand.Revise(changing.now().plans().withTest("look at it")));
        assertThat(changing.status()).isEqualTo("draft");
        assertThat(changing.now().round()).isEmpty();
        changing.submit().carla(Choice.APPROVE);
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void revertingToDraftCancelsWhatWasApproved() {
        Changing changing = Changing.in(company, ChangeType.NORMAL, "authorised");
        changing.does(BEN, new ChangeCommand.Revise(changing.now().plans()));
        assertThat(changing.now().round()).isEmpty();
        assertThat(changing.now().authorisation()).isEmpty();
        assertThat(changing.refused(DORA, new ChangeCommand.Authorise("go")).code())
                .isEqualTo("rule:approval-is-given");
    }

    @Test
    void anotherContentIsApprovedAnew() {
        Changing changing = Changing.in(company, ChangeType.NORMAL, "authorised");
        String approved = changing.now().content();
        changing.does(BEN, changing.command("schedule"));
        assertThat(changing.now().content()).isNotEqualTo(approved);
        assertThat(changing.refused(BEN, new ChangeCommand.Begin()).code()).isEqualTo("rule:authorisation-holds");
        assertThat(changing.refused(BEN, new ChangeCommand.Implement("done")).code())
                .isEqualTo("rule:authorisation-holds");
        assertThat(changing.refused(DORA, new ChangeCommand.Authorise("go")).code())
                .isEqualTo("rule:approval-is-given");
        changing.does(BEN, new PlanningCommand.Schedule(Changing.TONIGHT));
        assertThat(changing.now().content()).as("as it was approved").isEqualTo(approved);
        changing.does(BEN, changing.command("schedule"));

        changing.submit();
        assertThat(changing.now().authorisation()).isEmpty();
        changing.carla(Choice.APPROVE);
        changing.does(BEN, new ChangeCommand.Begin());
        assertThat(changing.status()).isEqualTo("implementing");
    }

    @Test
    void anApprovalExpiresWhenNobodyAnswers() {
        Changing changing = changing().submit();
        company.clock.advance(Duration.ofDays(7).minusSeconds(1));
        company.work();
        assertThat(changing.status()).isEqualTo("awaiting-approval");
        company.clock.advance(Duration.ofSeconds(1));
        company.work();
        assertThat(changing.status()).isEqualTo("draft");
        assertThat(changing.journal()).endsWith("submitted", "approval-expired");
    }

    @Test
    void silenceIsAssentWhereThatWasAgreed() {
        ApprovalStep silent = ApprovalStep.of(Authority.of("operations", Voters.members(OPERATIONS), Quorum.any()))
                .within(ApprovalTerms.unlimited()
                        .withOpenFor(Duration.ofDays(2), ApprovalTerms.OnExpiry.APPROVE)
                        .withValidFor(Duration.ofDays(30)));
        company = Changing.company(ChangeProcedure.of(ChangeType.NORMAL).withApprovals(silent));
        Changing changing = changing().submit();
        company.clock.advance(Duration.ofDays(2));
        company.work();
        assertThat(changing.status()).isEqualTo("authorised");
        assertThat(changing.now().authorisation().orElseThrow().validUntil())
                .contains(company.clock.instant().plus(Duration.ofDays(30)));
        company.clock.advance(Duration.ofDays(30));
        assertThat(changing.refused(BEN, new ChangeCommand.Begin()).code())
                .as("it held for thirty days")
                .isEqualTo("rule:authorisation-holds");
    }

    @Test
    void somebodyMayVoteInAnothersPlace() {
        company = Changing.company(by(Authority.of("both", Voters.members(OPERATIONS), Quorum.unanimous())));
        Changing changing = changing().submit();
        changing.does(
                CARLA,
                new ApprovalCommand.Delegate(DORA, company.clock.instant().plus(Duration.ofDays(1))));
        changing.does(DORA, vote("both", Choice.APPROVE));
        assertThat(changing.status()).as("for Carla too").isEqualTo("authorised");
        assertThat(changing.now().round().orElseThrow().votes().get(0).representing())
                .containsExactly(CARLA);
    }

    @Test
    void delegationsThatMakeNoSenseAreRefused() {
        Changing changing = changing().submit();
        var tomorrow = company.clock.instant().plus(Duration.ofDays(1));
        assertThat(changing.refused(CARLA, new ApprovalCommand.Delegate(CARLA, tomorrow))
                        .code())
                .isEqualTo("delegation.to-oneself");
        assertThat(changing.refused(CARLA, new ApprovalCommand.Delegate(GUS, tomorrow))
                        .code())
                .isEqualTo("delegation.to-nobody");
        assertThat(changing.refused(CARLA, new ApprovalCommand.Delegate(BEN, tomorrow))
                        .code())
                .isEqualTo("delegation.own-change");
        assertThat(changing.refused(CARLA, new ApprovalCommand.Delegate(EMIL, company.clock.instant()))
                        .code())
                .isEqualTo("delegation.over");
        assertThat(changing.refused(ANNA, new ApprovalCommand.Delegate(EMIL, tomorrow))
                        .code())
                .as("she has no vote to give")
                .isEqualTo("delegation.without-vote");
    }

    @Test
    void whoSpeaksForAnotherVotesForThemToo() {
        Changing changing = changing().submit();
        var voted = company.itsm
                .changes()
                .submit(caller(EMIL).actingFor(CARLA), changing.id, vote("operations", Choice.APPROVE));
        assertThat(voted.isRight()).as("%s", voted).isTrue();
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void theVotesOfAMeetingAreTaken() {
        Changing changing = changing().submit();
        String content = changing.now().content();
        assertThat(changing.refused(
                                DORA,
                                new ApprovalCommand.TakeVotes(
                                        "operations", content, Map.of(BEN, Choice.APPROVE, ANNA, Choice.APPROVE), ""))
                        .code())
                .as("none of them counts")
                .startsWith("vote.");
        assertThat(changing.refused(
                                DORA,
                                new ApprovalCommand.TakeVotes(
                                        "operations", "another", Map.of(CARLA, Choice.APPROVE), ""))
                        .code())
                .isEqualTo("vote.other-content");
        changing.does(
                DORA,
                new ApprovalCommand.TakeVotes(
                        "operations", content, Map.of(BEN, Choice.APPROVE, CARLA, Choice.APPROVE), "in the meeting"));
        assertThat(changing.status()).isEqualTo("authorised");
        assertThat(changing.now().round().orElseThrow().ballots())
                .extracting(ballot -> ballot.vote().by())
                .containsExactly(CARLA);
    }

    @Test
    void ofVotesThatAreTakenTogetherTheLastDecides() {
        company = Changing.company(by(Authority.of("board", Voters.people(CARLA, DORA, FRIDA), Quorum.percent(60))));
        Changing changing = changing().submit();

        changing.does(
                DORA,
                new ApprovalCommand.TakeVotes(
                        "board",
                        changing.now().content(),
                        Map.of(CARLA, Choice.ABSTAIN, DORA, Choice.APPROVE, FRIDA, Choice.APPROVE),
                        ""));

        List<JournalEntry> journal = company.store.journal(ACME, Changes.KIND, changing.id, 0, 20);
        JournalEntry voted = journal.get(journal.size() - 2);
        JournalEntry authorised = journal.get(journal.size() - 1);
        assertThat(voted.event())
                .isInstanceOfSatisfying(
                        ApprovalEvent.Voted.class,
                        last -> assertThat(last.ballot().vote().by()).isEqualTo(FRIDA));
        assertThat(authorised.cause())
                .isEqualTo(Cause.of("reaction:conclude-approval", Company.change(changing.id), voted.sequence()));
    }

    @Test
    void theRiskSaysWhoIsAsked() {
        company = Changing.company(ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .risk(RiskModel.highestOf(RiskMatrix.standard()))
                .addApprovals(ApprovalStep.of(Authority.peer(Voters.members(OPERATIONS))))
                .addApprovals(ApprovalStep.of(Authority.of("board", Voters.people(FRIDA), Quorum.any()))
                        .from(RiskLevel.HIGH))
                .build());
        Changing low = changing().submit();
        assertThat(asked(low)).containsExactly("peer");
        Changing high = changing();
        high.does(BEN, new PlanningCommand.AssessRisk("high", "high"));
        assertThat(high.now().explainRisk()).first().asString().contains("very-high");
        assertThat(asked(high.submit())).containsExactly("board");
    }

    private static List<String> asked(Changing changing) {
        return changing.now().round().orElseThrow().request().rule().authorities().stream()
                .map(Authority::name)
                .toList();
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        Changing changing = Changing.of(company, company.draft(BEN, " ").id());
        for (var command : List.of(new ApprovalCommand.Submit(), new ChangeCommand.Authorise("go"))) {
            assertThat(changing.refused(BEN, command).violations())
                    .extracting(Violation::code)
                    .contains(
                            "rule:there-is-a-plan",
                            "rule:required-plans-are-there",
                            "rule:is-scheduled",
                            "rule:risk-is-assessed");
        }
        assertThat(changing.refused(BEN, new ApprovalCommand.Submit()).sentence())
                .contains("implementation, back-out");
    }

    @Test
    void anEmergencyBeginsWhileItIsVotedOnAndIsApprovedInRetrospect() {
        Changing changing = Changing.drafted(company, ChangeType.EMERGENCY).submit();
        changing.does(BEN, new ChangeCommand.Begin());
        assertThat(changing.now().isUnauthorised()).isTrue();
        company.aMinuteLater();
        changing.does(BEN, new ChangeCommand.Implement("done"));
        changing.carla(Choice.APPROVE);
        assertThat(changing.status()).isEqualTo("implemented");
        assertThat(changing.now().isUnauthorised()).isFalse();
        assertThat(changing.now().measured(Company.change(changing.id)).authorised())
                .as("somebody had said yes before it was begun")
                .isFalse();
        assertThat(changing.refused(BEN, new TicketCommand.Close<>()).code()).isEqualTo("rule:closed-after-review");
        changing.does(BEN, new ChangeCommand.LookBack("quick", "", List.of()));
        changing.does(BEN, new TicketCommand.Close<>());
    }

    @Test
    void whatWasBegunBeforeItWasAuthorisedIsLookedBackOn() {
        Changing changing = Changing.in(company, ChangeType.NORMAL, "authorised");
        Instant begun = changing.now().authorisation().orElseThrow().at().minusSeconds(1);
        changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.SUCCESSFUL, "in a hurry", Optional.of(begun)));
        assertThat(changing.now().measured(Company.change(changing.id)).authorised())
                .isFalse();
        assertThat(changing.refused(BEN, new TicketCommand.Close<>()).code()).isEqualTo("rule:closed-after-review");
    }

    @Test
    void anEmergencyThatWasRejectedInRetrospectStaysUnauthorised() {
        Changing changing = Changing.drafted(company, ChangeType.EMERGENCY).submit();
        changing.does(BEN, new ChangeCommand.Begin());
        changing.carla(Choice.REJECT);
        changing.does(DORA, vote("operations", Choice.REJECT));
        changing.does(BEN, new ChangeCommand.Implement("done"));
        assertThat(changing.now().isUnauthorised()).isTrue();
        assertThat(changing.refused(BEN, vote("operations", Choice.APPROVE)).reason())
                .isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(company.audited).noneMatch(verdict -> verdict.code().startsWith("lifecycle"));
    }

    @Test
    void theAssigneeAndTheRequesterAreToldWhatCameOfIt() {
        Changing changing = changing().submit();
        changing.carla(Choice.APPROVE);
        company.work();
        assertThat(company.told).extracting(Notice::code).contains("authorised");
        assertThat(Optional.of(changing.now().ticket().requester())).contains(BEN);
    }

    /** What is named as a model may be there, and be something else. */
    @Test
    void whatIsNoModelIsNotInUse() {
        Company company = Company.open();
        ChangeCommand.Draft draft = ChangeCommand.draft()
                .draft(TicketDraft.builder().title("New disk").build())
                .model(Company.incident(company.log().id()))
                .build();

        assertThat(company.itsm.changes().submit(caller(BEN), draft).getLeft().code())
                .isEqualTo("model.not-in-use");
    }
}
