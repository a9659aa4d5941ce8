package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.risk.RiskRules;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways past those who must approve a change, and into dead ends: each was one once, or might have been. */
class ChangeLoopholesTest {

    private static final ApprovalStep BOTH =
            ApprovalStep.of(Authority.of("operations", Voters.members(OPERATIONS), Quorum.count(2)));

    private Company company =
            Changing.company(Changing.strict(ChangeType.NORMAL), Changing.strict(ChangeType.EMERGENCY));

    private Changing changing() {
        return Changing.drafted(company, ChangeType.NORMAL);
    }

    private static ApprovalCommand.CastVote vote(Choice choice) {
        return new ApprovalCommand.CastVote("operations", choice, "");
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(company.store, ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void whoIsToMakeItSinceItWasSubmittedDoesNotVoteOnItEither() {
        Changing changing = changing().submit();
        changing.does(DORA, new TicketCommand.Assign<>(OPERATIONS, CARLA));
        assertThat(changing.refused(CARLA, vote(Choice.APPROVE)).code()).isEqualTo("vote.excluded");
        assertThat(changing.refused(
                                DORA,
                                new ApprovalCommand.TakeVotes(
                                        "operations", changing.now().content(), Map.of(CARLA, Choice.APPROVE), ""))
                        .code())
                .isEqualTo("vote.excluded");
        assertThat(company.itsm
                        .changes()
                        .submit(caller(EMIL).actingFor(CARLA), changing.id, vote(Choice.APPROVE))
                        .getLeft()
                        .code())
                .as("not through another either")
                .isEqualTo("vote.excluded");
        changing.does(DORA, vote(Choice.APPROVE));
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void whoSpeaksForOneWhoseOwnItIsDoesNotVote() {
        Changing changing = changing().submit();
        assertThat(company.itsm
                        .changes()
                        .submit(caller(CARLA).actingFor(BEN), changing.id, vote(Choice.APPROVE))
                        .getLeft()
                        .code())
                .isEqualTo("vote.excluded");
    }

    @Test
    void anApprovalExpiresThoughSomethingHappensJustBeforeThatIsTold() {
        Changing changing = changing().submit();
        company.clock.advance(Duration.ofDays(7).plusSeconds(1));
        changing.does(DORA, new TicketCommand.Comment<>("Is it dead?", false));
        company.work();
        assertThat(changing.status()).isEqualTo("draft");
    }

    @Test
    void silenceIsAssentThoughAnEmergencyWasBegunJustBeforeThatIsTold() {
        company = Changing.company(ChangeProcedure.of(ChangeType.EMERGENCY)
                .withApprovals(ApprovalStep.of(Authority.of("operations", Voters.members(OPERATIONS), Quorum.any()))
                        .within(ApprovalTerms.unlimited()
                                .withOpenFor(Duration.ofHours(2), ApprovalTerms.OnExpiry.APPROVE))));
        Changing changing = Changing.drafted(company, ChangeType.EMERGENCY).submit();
        company.clock.advance(Duration.ofHours(2).plusSeconds(1));
        changing.does(BEN, new ChangeCommand.Begin());
        company.work();
        assertThat(changing.now().authorisation()).isPresent();
    }

    @Test
    void whatWasGivenUpIsNotEndedOnceMore() {
        Changing changing = changing().submit();
        changing.does(DORA, new TicketCommand.Cancel<>("no money"));
        company.clock.advance(Duration.ofDays(8));
        company.work();
        assertThat(company.audited).noneMatch(verdict -> verdict.code().equals("timer.refused"));
    }

    @Test
    void whatWasLookedBackOnLateIsClosedByItselfAllTheSame() {
        company = Company.with(builder -> builder.defaults(Tailoring.builder()
                .putAfterResolution(
                        "change",
                        AfterResolution.builder()
                                .closesAfter(Duration.ofDays(2))
                                .build())
                .build()));
        Changing changing = Changing.in(company, ChangeType.NORMAL, "implementing");
        changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "it would not start"));
        company.clock.advance(Duration.ofDays(3));
        company.work();
        assertThat(changing.status()).isEqualTo("implemented");
        changing.does(BEN, new ChangeCommand.LookBack("", "it would not start", List.of()));
        company.work();
        assertThat(changing.status()).isEqualTo("closed");
    }

    @Test
    void whoIsToStandInForAnotherIsCalled() {
        Changing changing = changing().submit();
        changing.does(
                CARLA,
                new ApprovalCommand.Delegate(EMIL, company.clock.instant().plus(Duration.ofDays(1))));
        company.work();
        assertThat(company.told)
                .filteredOn(notice -> notice.code().equals("approval-asked"))
                .extracting(notice -> notice.person().orElseThrow())
                .containsExactly(CARLA, DORA, EMIL);
    }

    @Test
    void voteOfTwoWhoWereErasedStaysTheVoteOfTwo() {
        company = Changing.company(ChangeProcedure.of(ChangeType.NORMAL).withApprovals(BOTH));
        Changing changing = changing().submit();
        changing.does(CARLA, vote(Choice.APPROVE));
        var protection = company.itsm.protection();
        done(protection.erase(caller(DORA), Company.change(changing.id), Erasure.of(CARLA, DORA, BEN), "asked for"));
        done(protection.erase(caller(DORA), Company.change(changing.id), Erasure.personal(Changes.KIND), "asked for"));
        assertThat(changing.now()
                        .round()
                        .orElseThrow()
                        .request()
                        .electorates()
                        .get(0)
                        .eligible())
                .hasSize(2);
        assertThat(changing.now()
                        .round()
                        .orElseThrow()
                        .evaluate(company.clock.instant())
                        .sentences())
                .isNotEmpty();
        changing.does(BEN, new ChangeCommand.Revise("two disks"));
    }

    @Test
    void whatIsAboutSomethingElseThanWhatWasAssessedIsAssessedAnew() {
        RiskRules rules = new RiskRules(
                "services",
                List.of(
                        new RiskRules.FieldRule("any", FieldCondition.filled("number"), RiskLevel.LOW),
                        new RiskRules.FieldRule(
                                "mail",
                                new FieldCondition.Has("service", List.of(FieldValue.text(MAIL.value()))),
                                RiskLevel.HIGH)));
        company = Changing.company(ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .risk(RiskModel.highestOf(RiskMatrix.standard(), rules))
                .addApprovals(Changing.OPERATIONS_SAY)
                .build());
        Changing changing = changing();
        assertThat(changing.now().risk().orElseThrow().level()).isEqualTo(RiskLevel.LOW);
        changing.does(BEN, new TicketCommand.Categorise<>(Optional.of(Category.of("mail")), Optional.of(MAIL)));
        assertThat(changing.refused(BEN, new ApprovalCommand.Submit()).code()).isEqualTo("rule:risk-is-up-to-date");
        changing.does(BEN, new PlanningCommand.AssessRisk("low", "low"));
        assertThat(changing.now().risk().orElseThrow().level()).isEqualTo(RiskLevel.HIGH);
        changing.submit();
        changing.does(DORA, new TicketCommand.Assign<>(OPERATIONS, DORA));
        changing.carla(Choice.APPROVE);
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void whatWasAskedForOneModelIsNotApprovedForAnother() {
        company = Company.with(builder -> builder.changePractice(ChangePractice.standard()
                        .with(ChangeProcedure.of(ChangeType.NORMAL).withApprovals(BOTH)))
                .defaults(Tailoring.builder()
                        .putLifecycles(
                                "change",
                                ChangeLifecycle.of(ChangeType.NORMAL)
                                        .edit()
                                        .during(ChangeLifecycle.RECLASSIFY, ChangeLifecycle.AWAITING_APPROVAL)
                                        .build()
                                        .toData())
                        .build()));
        Modelling lenient = Modelling.of(
                company,
                Modelling.disks()
                        .procedure(ChangeProcedure.of(ChangeType.NORMAL).withApprovals(Changing.OPERATIONS_SAY))
                        .build());
        lenient.does(new ChangeModelCommand.Approve("good"));
        Changing changing = changing();
        changing.does(BEN, new PlanningCommand.Reclassify(lenient.ref()));
        changing.submit();
        changing.does(BEN, new PlanningCommand.Reclassify(ChangeType.NORMAL));
        assertThat(changing.refused(CARLA, vote(Choice.APPROVE)).code()).isEqualTo("approval.content-changed");
        assertThat(changing.status()).isEqualTo("awaiting-approval");
    }

    @Test
    void whatStandsWhereNoLifecycleLeadsAnyMoreIsMigrated() {
        Status parked = Status.of("parked", Phase.WAITING);
        company = Changing.company(ChangeProcedure.of(ChangeType.NORMAL).withLifecycle("own"));
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "change/own",
                                ChangeLifecycle.of(ChangeType.NORMAL)
                                        .edit()
                                        .status(parked, ValueChainActivity.PLAN)
                                        .move(ChangeLifecycle.DRAFT, Action.of("park"), parked)
                                        .move(parked, ChangeLifecycle.REVISE, ChangeLifecycle.DRAFT)
                                        .toData())
                        .build()));
        Changing changing = changing();
        changing.does(BEN, new TicketCommand.Move<>(Action.of("park")));
        assertThat(changing.status()).isEqualTo("parked");
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        assertThat(changing.refused(BEN, new ChangeCommand.Revise("two disks")).code())
                .isEqualTo("lifecycle.not-possible");
        changing.does(DORA, new TicketCommand.Migrate<>("draft", Optional.empty(), "no parking"));
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        assertThat(changing.status()).isEqualTo("authorised");
    }

    @Test
    void votesAfterThatWhichDecidedAreNotTaken() {
        List<PersonId> people =
                IntStream.range(10, 40).mapToObj(i -> PersonId.of("p" + i)).toList();
        company = Changing.company(ChangeProcedure.of(ChangeType.NORMAL)
                .withApprovals(ApprovalStep.of(
                        Authority.of("board", Voters.people(people.toArray(new PersonId[0])), Quorum.count(10)))));
        Changing changing = changing().submit();
        Map<PersonId, Choice> votes = people.stream().collect(Collectors.toMap(p -> p, p -> Choice.APPROVE));
        changing.does(
                DORA, new ApprovalCommand.TakeVotes("board", changing.now().content(), votes, ""));
        assertThat(changing.status()).isEqualTo("authorised");
        assertThat(changing.now().round().orElseThrow().ballots())
                .extracting(ballot -> ballot.vote().by())
                .containsExactlyElementsOf(people.subList(0, 10));
    }
}
