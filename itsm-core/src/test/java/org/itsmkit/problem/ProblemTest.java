package org.itsmkit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Brainstorming;
import org.itsmkit.problem.analysis.Confidence;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.problem.analysis.Technique;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.junit.jupiter.api.Test;

/** What becomes of a problem, and what is refused. */
class ProblemTest {

    private final Company company = Company.open();

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    @Test
    void aRootCauseComesOutOfAnAnalysisAndNotOutOfTheAir() {
        Solving solving = Solving.in(company, "assessed");
        solving.does(new ProblemCommand.Investigate(""));
        AnalysisCommand.IdentifyRootCause claim = new AnalysisCommand.IdentifyRootCause(Solving.CAUSE);

        Rejection nothing = solving.refused(claim);
        assertThat(codes(nothing)).containsExactly("rule:root-cause-comes-of-an-analysis");
        assertThat(nothing.sentence()).contains("no analysis");

        solving.does(new AnalysisCommand.Analyse("ideas", ideas()));
        assertThat(solving.refused(claim).sentence()).contains("suspected only");
        assertThat(solving.refused(new AnalysisCommand.IdentifyRootCause("sun spots"))
                        .sentence())
                .contains("No analysis has this as a cause");

        solving.does(new AnalysisCommand.Analyse("whys", Solving.whys()));
        Problem problem = solving.does(new AnalysisCommand.IdentifyRootCause("  nobody watches   THE disk "));
        RootCause root = problem.rootCause().orElseThrow();
        assertThat(root.cause()).isEqualTo(Solving.CAUSE);
        assertThat(root.confidence()).contains(Confidence.ESTABLISHED);
        assertThat(root.technique()).contains(Technique.FIVE_WHYS);
        assertThat(root.by()).isEqualTo(DORA);
        assertThat(solving.status()).isEqualTo("root-cause-identified");
    }

    private static Analysis ideas() {
        return Brainstorming.of("Why is mail down?", 1, List.of(DORA))
                .propose(DORA, Solving.CAUSE)
                .flatMap(Brainstorming::reveal)
                .flatMap(Brainstorming::startVoting)
                .flatMap(said -> said.vote(DORA, said.ideas().get(0).id()))
                .flatMap(Brainstorming::close)
                .get();
    }

    @Test
    void whatARootCauseRestsOnIsNotTakenFromUnderIt() {
        Solving solving = Solving.in(company, "root-cause-identified");
        Analysis another = FiveWhys.chain(
                "Mail is down",
                List.of(FiveWhys.Why.of("Why?", "The network")
                        .shownBy(Evidence.of("a trace"))
                        .inOurControl()));

        assertThat(codes(solving.refused(new AnalysisCommand.DropAnalysis("whys", "wrong"))))
                .containsExactly("rule:root-cause-keeps-its-ground");
        assertThat(codes(solving.refused(new AnalysisCommand.Analyse("whys", another))))
                .containsExactly("rule:root-cause-keeps-its-ground");

        solving.does(new AnalysisCommand.Analyse("more", another));
        solving.does(new AnalysisCommand.DropAnalysis("more", "nothing in it"));
        solving.does(new ProblemCommand.Investigate("it was not the disk"));
        assertThat(solving.now().rootCause()).isEmpty();
        solving.does(new AnalysisCommand.DropAnalysis("whys", "wrong"));
        assertThat(solving.now().analyses()).isEmpty();
    }

    @Test
    void anAnalysisGoesOnUnderItsNameAndNobodyMakesMoreThanTwenty() {
        Solving solving = Solving.in(company, "under-investigation");
        long version = solving.journal().size();
        solving.does(new AnalysisCommand.Analyse("whys", Solving.whys()));
        assertThat(solving.journal()).as("nothing new").hasSize((int) version);
        for (int i = 1; i < Problem.MOST_ANALYSES; i++) {
            solving.does(new AnalysisCommand.Analyse("ideas " + i, ideas()));
        }
        assertThat(codes(solving.refused(new AnalysisCommand.Analyse("one more", ideas()))))
                .containsExactly("analysis.too-many");
        solving.does(new AnalysisCommand.Analyse("ideas 1", Solving.whys()));
        assertThat(solving.now().analyses()).hasSize(Problem.MOST_ANALYSES);
        assertThat(solving.now().analyses().get(1).name()).isEqualTo("ideas 1");
        assertThat(codes(solving.refused(new AnalysisCommand.DropAnalysis("none", "?"))))
                .containsExactly("analysis.unknown");
        assertThat(codes(solving.refused(new AnalysisCommand.Analyse(" ", ideas()))))
                .containsExactly("text.missing");
    }

    @Test
    void anAnalysisIsNotLongerThanItMayBe() {
        Solving solving = Solving.in(company, "under-investigation");
        List<FiveWhys.Why> many = IntStream.range(0, 60)
                .mapToObj(i -> FiveWhys.Why.of("Why " + i, "x".repeat(4_000)))
                .toList();
        FiveWhys whys = new FiveWhys("Mail is down", many);
        assertThat(whys.toString().length()).isLessThan(AnalysisCommand.ANALYSIS_LENGTH);
        solving.does(new AnalysisCommand.Analyse("long", whys));
        List<FiveWhys.Why> longer = IntStream.range(0, 70)
                .mapToObj(i -> FiveWhys.Why.of("Why " + i, "x".repeat(4_000)))
                .toList();
        assertThat(codes(solving.refused(new AnalysisCommand.Analyse("longer", new FiveWhys("Mail is down", longer)))))
                .containsExactly("text.too-long");
    }

    @Test
    void aProblemIsResolvedWhenNoChangeIsStillToFixIt() {
        Solving solving = Solving.in(company, "fix-in-progress");
        RecordRef change = solving.now().fixes().get(0).change();

        assertThat(codes(solving.refused(new ProblemCommand.Resolve("gone")))).containsExactly("rule:no-fix-is-open");
        assertThat(solving.now().ticket().isLinked(LinkType.FIXED_BY, change)).isTrue();
        solving.does(new FixingCommand.NoteFix<>(change, Fix.State.FAILED));
        assertThat(solving.status()).isEqualTo("fix-in-progress");
        solving.does(new FixingCommand.PlanFix<>(change));
        assertThat(solving.now().fixes()).containsExactly(new Fix(change, Fix.State.PLANNED));
        solving.does(new FixingCommand.NoteFix<>(change, Fix.State.DONE));
        assertThat(solving.status()).isEqualTo("resolved");
        assertThat(solving.now().solution()).contains("All changes that were to fix it are done.");
    }

    @Test
    void onlyChangesThatThereAreFixAProblem() {
        Solving solving = Solving.in(company, "root-cause-identified");
        RecordRef incident = Company.incident(company.log().id());

        assertThat(codes(solving.refused(new FixingCommand.PlanFix<>(incident))))
                .containsExactly("fix.no-such-change");
        assertThat(codes(solving.refused(new FixingCommand.PlanFix<>(RecordRef.of("change", incident.id())))))
                .containsExactly("fix.no-such-change");
        RecordRef change = Company.change(company.draft().id());
        company.changes(DORA, change.id(), new TicketCommand.LinkTo<>(LinkType.FIXED_BY, solving.ref()));
        assertThat(codes(solving.refused(new FixingCommand.PlanFix<>(change))))
                .containsExactly("rule:fix-makes-no-cycle");
        solving.does(new FixingCommand.PlanFix<>(Company.change(company.draft().id())));
        assertThat(codes(solving.refused(new FixingCommand.NoteFix<>(change, Fix.State.DONE))))
                .containsExactly("fix.unknown");
    }

    @Test
    void whatIsToFixAProblemIsNotOverAndStaysLinked() {
        Solving solving = Solving.in(company, "fix-in-progress");
        RecordRef over = Company.change(company.draft().id());
        company.changes(DORA, over.id(), new TicketCommand.Cancel<>("no money"));
        assertThat(codes(solving.refused(new FixingCommand.PlanFix<>(over)))).containsExactly("fix.change-is-over");

        RecordRef planned = solving.now().fixes().get(0).change();
        TicketCommand.Unlink<Problem> unlink = new TicketCommand.Unlink<>(LinkType.FIXED_BY, planned);
        assertThat(codes(solving.refused(unlink))).containsExactly("rule:fix-keeps-its-link");
        RecordRef another = Company.change(company.draft().id());
        assertThat(codes(solving.refused(new TicketFamilyCommand.PointInstead<>(LinkType.FIXED_BY, planned, another))))
                .containsExactly("rule:fix-keeps-its-link");
        solving.does(new FixingCommand.NoteFix<>(planned, Fix.State.FAILED));
        solving.does(unlink);
        assertThat(solving.now().ticket().links()).isEmpty();
    }

    @Test
    void whatEndsWhileTheCauseIsLookedForAnewIsNoted() {
        Solving solving = Solving.in(company, "fix-in-progress");
        RecordRef change = solving.now().fixes().get(0).change();
        solving.does(new ProblemCommand.Investigate("it was not the disk"));
        company.changes(DORA, change.id(), new ChangeCommand.Authorise("go"));
        company.changes(DORA, change.id(), new ChangeCommand.Implement("as planned"));
        company.changes(DORA, change.id(), new TicketCommand.Close<>());

        assertThat(solving.now().fixes()).containsExactly(new Fix(change, Fix.State.DONE));
        assertThat(solving.status()).as("it was made for another cause").isEqualTo("under-investigation");
    }

    @Test
    void incidentsDoNotWaitForWhatNobodyWorksOn() {
        Solving lived = Solving.in(company, "assessed");
        Solving cancelled = Solving.in(company, "assessed");
        Solving merged = Solving.in(company, "assessed");
        List<RecordId> waiting = List.of(waitsFor(lived), waitsFor(cancelled), waitsFor(merged));

        lived.does(new RiskCommand.AcceptRisk(AcceptedRisk.Code.TOO_COSTLY, "too dear", LocalDate.of(2030, 1, 2)));
        cancelled.does(new TicketCommand.Cancel<>("there is none"));
        merged.does(new TicketMergeCommand.MergeInto<>(
                Solving.in(company, "assessed").ref()));

        assertThat(waiting.stream()
                        .map(id -> company.now(id).record().ticket().status().name()))
                .containsExactly("in-progress", "in-progress", "on-hold");
    }

    private RecordId waitsFor(Solving problem) {
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, problem.ref()));
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        return id;
    }

    @Test
    void aProblemIsLookedBackOnBeforeItIsClosed() {
        Solving solving = Solving.in(company, "resolved");

        assertThat(codes(solving.refused(new TicketCommand.Close<>()))).containsExactly("rule:closed-after-review");
        assertThat(codes(solving.refused(new ProblemCommand.LookBack(" ", "", List.of()))))
                .containsExactly("review.says-nothing");
        assertThat(codes(solving.refused(new ProblemCommand.LookBack("well", "", List.of(" ")))))
                .containsExactly("text.missing");
        solving.does(new ProblemCommand.LookBack("well", "", List.of("watch all disks")));
        solving.does(new TicketCommand.Close<>());
        assertThat(solving.now().review().orElseThrow().lessons()).containsExactly("watch all disks");
    }

    @Test
    void whatWasResolvedIsLookedIntoAgainBecauseOfSomethingThatHappened() {
        for (String status : List.of("resolved", "closed")) {
            Solving solving = Solving.in(company, status);
            assertThat(codes(solving.refused(new ProblemCommand.Reanalyse("a feeling", Set.of()))))
                    .containsExactly("rule:reanalysis-has-evidence");
            assertThat(codes(solving.refused(
                            new ProblemCommand.Reanalyse("a dream", Set.of(RecordRef.of("incident", solving.id))))))
                    .containsExactly("evidence.unknown");
            Problem again = solving.does(new ProblemCommand.Reanalyse("it is back", solving.another()));
            assertThat(again.reanalyses()).isEqualTo(1);
            assertThat(again.solution()).isEmpty();
            assertThat(again.review()).isEmpty();
            assertThat(again.rootCause()).isEmpty();
            assertThat(again.analyses()).as("what was found out before").hasSize(1);
        }
    }

    @Test
    void whatWasLivedWithOrGivenUpIsLookedIntoAgainWithoutMore() {
        for (String status : List.of("risk-accepted", "cancelled")) {
            Solving solving = Solving.in(company, status);
            Problem again = solving.does(new ProblemCommand.Reanalyse("it is cheaper now", Set.of()));
            assertThat(again.acceptedRisk()).isEmpty();
            assertThat(again.ticket().status().name()).isEqualTo("under-investigation");
        }
    }

    @Test
    void whatWasMergedGoesOnInTheOther() {
        Solving one = Solving.in(company, "assessed");
        Solving other = Solving.in(company, "assessed");
        one.does(new TicketMergeCommand.MergeInto<>(other.ref()));

        assertThat(one.now().solution())
                .contains("Merged into " + other.now().ticket().number());
        assertThat(codes(one.refused(new ProblemCommand.Reanalyse("again", one.another()))))
                .containsExactly("rule:duplicates-are-taken-back");
        one.does(new TicketMergeCommand.Unmerge<>("another disk"));
        assertThat(one.now().solution()).isEmpty();
        assertThat(one.status()).isEqualTo("assessed");
    }

    @Test
    void whatIsLivedWithIsLookedAtAgainOnItsDayOnce() {
        Solving solving = Solving.in(company, "assessed");
        LocalDate today = LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
        AcceptedRisk.Code code = AcceptedRisk.Code.NO_FIX_AVAILABLE;

        assertThat(codes(solving.refused(new RiskCommand.AcceptRisk(code, "the vendor is gone", today))))
                .containsExactly("rule:risk-review-lies-ahead");
        assertThat(codes(solving.refused(
                        new RiskCommand.AcceptRisk(code, "the vendor is gone", LocalDate.of(2200, 1, 1)))))
                .containsExactly("date.out-of-range");
        solving.does(new TicketCommand.Assign<>(OPERATIONS, DORA));
        company.work();
        company.told.clear();
        solving.does(new RiskCommand.AcceptRisk(code, "the vendor is gone", today.plusDays(3)));
        company.clock.set(
                today.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000));
        company.work();
        assertThat(solving.now().acceptedRisk().orElseThrow().isReviewDue()).isFalse();
        company.clock.advance(Duration.ofNanos(1_000));
        company.work();
        assertThat(solving.now().acceptedRisk().orElseThrow().isReviewDue()).isTrue();
        company.work();
        assertThat(company.told).extracting(notice -> notice.code()).containsExactly("risk-review-due");

        company.clock.advance(Duration.ofDays(10));
        company.work();
        assertThat(company.told).hasSize(1);
        assertThat(codes(solving.refused(new RiskCommand.RenewRisk("still", today.plusDays(13)))))
                .containsExactly("rule:risk-review-lies-ahead");
        solving.does(new RiskCommand.RenewRisk("still", today.plusDays(14)));
        AcceptedRisk renewed = solving.now().acceptedRisk().orElseThrow();
        assertThat(renewed.isReviewDue()).isFalse();
        assertThat(renewed.code()).isEqualTo(code);
        company.clock.advance(Duration.ofDays(1));
        company.work();
        company.work();
        assertThat(company.told).hasSize(2);
    }

    @Test
    void problemsAreFoundByHowMuchTheyHurt() {
        for (int incidents : new int[] {3, 30, 12}) {
            Solving.of(
                    company,
                    ProblemCommand.log()
                            .draft(TicketDraft.builder().title("P" + incidents).build())
                            .origin(Origin.PROACTIVE)
                            .pain(pain(incidents))
                            .build());
        }
        Solving untold = Solving.of(company, Solving.mail().build());
        assertThat(company.itsm
                        .problems()
                        .query(caller(DORA), Query.where(Condition.all()).orderBy(Problems.PAIN.descending()))
                        .items())
                .extracting(stored -> stored.record().ticket().title())
                .containsExactly("P30", "P12", "P3", "Mail is down again and again");
        assertThat(company.itsm.problems().count(caller(DORA), Problems.ORIGIN.is(Origin.PROACTIVE)))
                .isEqualTo(3);
        Problem weighed = untold.does(new ProblemCommand.Weigh(pain(1)));
        assertThat(weighed.pain()).contains(pain(1));
        assertThat(weighed.pain().orElseThrow().value()).isEqualByComparingTo("800");
    }

    private static PainValue pain(int incidents) {
        return new PainValue(incidents, Duration.ofHours(2), 40, BigDecimal.TEN, Currency.getInstance("EUR"));
    }

    @Test
    void everyRuleHasItsName() {
        assertThat(ProblemPolicy.standard().rules())
                .extracting(Rule::name)
                .contains(
                        "root-cause-comes-of-an-analysis",
                        "root-cause-keeps-its-ground",
                        "no-fix-is-open",
                        "fix-makes-no-cycle",
                        "fix-keeps-its-link",
                        "closed-after-review",
                        "reanalysis-has-evidence",
                        "duplicates-are-taken-back",
                        "risk-review-lies-ahead",
                        "merge-target-is-not-over",
                        "unmerges-what-was-merged");
    }
}
