package org.itsmkit.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.governance.Directing.found;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.governance.policy.Governing;
import org.itsmkit.governance.principle.Citation;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.junit.jupiter.api.Test;

/** Directives as people propose, evaluate, direct and monitor them. */
class DirectiveTest {

    private final Company company = Company.open();

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    private List<String> told() {
        company.work();
        List<String> told = company.told.stream()
                .map(notice -> notice.code() + " " + notice.person().orElseThrow())
                .toList();
        company.told.clear();
        return told;
    }

    private List<String> refusedDirection(Direction direction) {
        Directing directing = Directing.in(company, "evaluated");
        return codes(directing.refused(caller(FRIDA), new DirectiveCommand.Direct(direction)));
    }

    private Direction.Builder success() {
        return Directing.success(company.clock.instant());
    }

    private Direction directed(Target target) {
        return success().target(target).build();
    }

    private Target target() {
        return success().build().target();
    }

    private static Target with(Target target, String goal, Instant due, String tolerance) {
        return new Target(
                target.measure(),
                target.unit(),
                target.baseline(),
                target.baselineAt(),
                new BigDecimal(goal),
                due,
                new BigDecimal(tolerance));
    }

    @Test
    void itIsEvaluatedDirectedAndMonitored() {
        Directing directing = Directing.proposed(company);
        assertThat(directing.now().number()).isEqualTo("DIR0000001");
        assertThat(told()).isEmpty();

        Directive evaluated = directing.does(caller(CARLA), new DirectiveCommand.Evaluate(found()));
        assertThat(evaluated.evaluation()).contains(found());
        assertThat(evaluated.evaluators()).containsExactly(CARLA);

        Directive directed = directing.does(
                caller(FRIDA), new DirectiveCommand.Direct(success().build()));
        assertThat(directed.directors()).containsExactly(FRIDA);
        assertThat(directed.directedAt()).contains(company.clock.instant());
        assertThat(told()).containsExactly("directive-directed ben");

        company.clock.advance(Duration.ofDays(5));
        directing.observes("90");
        assertThat(told()).containsExactly("directive-observed dora");
        assertThat(directing
                        .does(caller(FRIDA), new DirectiveCommand.Achieve("good"))
                        .status())
                .isEqualTo(DirectiveLifecycle.ACHIEVED);
        assertThat(told()).containsExactlyInAnyOrder("directive-achieved ben", "directive-achieved dora");
        assertThat(directing.does(new DirectiveCommand.Close("tests help")).status())
                .isEqualTo(DirectiveLifecycle.CLOSED);
        assertThat(directing.events())
                .containsExactly("proposed", "evaluated", "directed", "observed", "achieved", "closed");
    }

    @Test
    void itIsFoundByWhatItIs() {
        Governing policy = Governing.enacted(company, "tested-first", Governing.NOBODY_CANCELS);
        RecordRef ref = RecordRef.of("governance-policy", policy.id);
        Directing directing =
                Directing.inForce(company, success().addRestsOn(ref).build());
        Instant due = directing.now().direction().orElseThrow().target().due();
        company.aMinuteLater();
        Directing other = Directing.proposed(company);
        other.does(new DirectiveCommand.Describe("Something else", ""));
        other.does(new DirectiveCommand.HandOver(BEN));

        for (Condition condition : List.of(
                DirectiveKind.NUMBER.is("DIR0000001"),
                Condition.words(DirectiveKind.TITLE.key(), "failed"),
                DirectiveKind.OWNER.is(DORA),
                DirectiveKind.ACCOUNTABLE.is(BEN),
                DirectiveKind.MEASURE.is("change-success-rate"),
                DirectiveKind.DUE.is(due),
                DirectiveKind.STATUS.is(DirectiveLifecycle.IN_FORCE),
                DirectiveKind.PHASE.is(DirectiveLifecycle.IN_FORCE.phase()),
                DirectiveKind.OPENED.is(directing.now().createdAt()),
                DirectiveKind.UPDATED.is(directing.now().updatedAt()),
                Condition.linkedTo(DirectiveKind.RESTS_ON, ref))) {
            assertThat(company.itsm.directives().count(caller(DORA), condition))
                    .as("%s", condition)
                    .isEqualTo(1);
        }
    }

    @Test
    void whoEvaluatedDoesNotDirect() {
        Directing directing = Directing.in(company, "evaluated");
        directing.does(caller(DORA).actingFor(BEN), new DirectiveCommand.Evaluate(found()));

        DirectiveCommand.Direct direct = new DirectiveCommand.Direct(success().build());
        for (var who :
                List.of(caller(CARLA), caller(DORA), caller(BEN), caller(FRIDA).actingFor(CARLA))) {
            assertThat(codes(directing.refused(who, direct))).containsExactly("rule:nobody-directs-alone");
        }
        directing.does(caller(FRIDA), direct);
    }

    @Test
    void findingsRestOnWhatIsThere() {
        Directing directing = Directing.proposed(company);
        RecordRef incident = Company.incident(company.log().id());
        RecordRef nothing = Company.incident(RecordId.of("nothing"));

        assertThat(codes(directing.refused(
                        caller(CARLA),
                        new DirectiveCommand.Evaluate(found().withFindings(
                                        new Evaluation.Found("Mail is down", Set.of(incident, nothing)))))))
                .containsExactly("rule:evidence-exists");
        directing.does(
                caller(CARLA),
                new DirectiveCommand.Evaluate(
                        found().withFindings(new Evaluation.Found("Mail is down", Set.of(incident)))));
        assertThat(company.itsm.directives().count(caller(DORA), Condition.linkedTo(DirectiveKind.EVIDENCE, incident)))
                .isEqualTo(1);
    }

    @Test
    void anEvaluationFindsSomethingAndIsBounded() {
        Directing directing = Directing.proposed(company);
        Evaluation.Found blank = new Evaluation.Found(" ", Set.of());

        assertThat(codes(directing.refused(
                        caller(CARLA),
                        new DirectiveCommand.Evaluate(Evaluation.builder().build()))))
                .containsExactly("directive.nothing-found");
        assertThat(codes(directing.refused(
                        caller(CARLA),
                        new DirectiveCommand.Evaluate(
                                found().withFindings(Collections.nCopies(Evaluation.MOST_FINDINGS + 1, blank))
                                        .withHeard(new Evaluation.Heard("two\nlines", ""))))))
                .containsExactly("list.too-long", "text.missing", "text.not-one-line", "text.missing");
    }

    @Test
    void aDirectionLeadsSomewhereInTime() {
        Target target = target();
        Instant due = target.due();
        Instant from = target.baselineAt();

        assertThat(refusedDirection(directed(with(target, "80", due, "0"))))
                .containsExactly("directive.goal-is-baseline");
        assertThat(refusedDirection(directed(with(target, "90", from, "0")))).contains("directive.due-before-baseline");
        assertThat(refusedDirection(directed(with(target, "90", due, "10")))).containsExactly("directive.tolerance");
        assertThat(refusedDirection(directed(with(target, "90", due, "-1")))).containsExactly("directive.tolerance");
        assertThat(refusedDirection(
                        success().reportEvery(Duration.ofSeconds(59)).build()))
                .containsExactly("directive.report-every");
        assertThat(refusedDirection(success().statement("").build())).containsExactly("text.missing");
        assertThat(refusedDirection(success().accountable(GUS).build())).containsExactly("rule:accountable-is-known");
        assertThat(refusedDirection(success()
                        .addRestsOn(RecordRef.of("governance-policy", RecordId.of("none")))
                        .build()))
                .containsExactly("rule:policies-exist");
        assertThat(refusedDirection(success()
                        .addRestsOn(Company.incident(company.log().id()))
                        .build()))
                .containsExactly("rule:policies-exist");
        Direction late = success().build();
        company.clock.advance(Duration.ofDays(100));
        assertThat(refusedDirection(late)).containsExactly("rule:due-lies-ahead");
    }

    @Test
    void milestonesComeInTimeAndLeadTowardsTheGoal() {
        Instant from = target().baselineAt();

        assertThat(refusedDirection(plan(from, 50, "85", 50, "86"))).containsExactly("directive.milestones-in-time");
        assertThat(refusedDirection(plan(from, 0, "85", 50, "86"))).containsExactly("directive.milestones-in-time");
        assertThat(refusedDirection(plan(from, 50, "85", 100, "86"))).containsExactly("directive.milestones-in-time");
        assertThat(refusedDirection(plan(from, 40, "85", 50, "84")))
                .containsExactly("directive.milestones-towards-goal");
        assertThat(refusedDirection(plan(from, 40, "79", 50, "84")))
                .containsExactly("directive.milestones-towards-goal");
        assertThat(refusedDirection(plan(from, 40, "85", 50, "91")))
                .containsExactly("directive.milestones-towards-goal");
        Directing.inForce(company, plan(from, 40, "85", 50, "85"));
    }

    private Direction plan(Instant from, int day1, String value1, int day2, String value2) {
        return Directing.success(from)
                .addMilestones(
                        new PlannedMilestone(from.plus(Duration.ofDays(day1)), new BigDecimal(value1)),
                        new PlannedMilestone(from.plus(Duration.ofDays(day2)), new BigDecimal(value2)))
                .build();
    }

    @Test
    void aDecisionSaysHowItsPrinciplesBoreOnIt() {
        Decision decorated = new Decision(
                "Test first",
                List.of("Hire testers"),
                List.of(new Citation(Principle.FOCUS_ON_VALUE, " ")),
                FRIDA,
                company.clock.instant());

        assertThat(refusedDirection(success().decision(decorated).build()))
                .containsExactly("decision.cited-without-reason");
    }

    @Test
    void whoIsAccountableReports() {
        Directing directing = Directing.inForce(company);
        company.aMinuteLater();

        assertThat(codes(directing.refused(caller(DORA), directing.observation("85"))))
                .containsExactly("rule:accountable-reports");
        directing.does(caller(DORA).actingFor(BEN), directing.observation("85"));
        assertThat(codes(directing.refused(
                        caller(BEN),
                        new DirectiveCommand.Observe(
                                BigDecimal.ONE, company.clock.instant().plusSeconds(1), "a guess"))))
                .containsExactly("rule:observed-in-time");
        assertThat(codes(directing.refused(
                        caller(BEN),
                        new DirectiveCommand.Observe(
                                BigDecimal.ONE, company.clock.instant().minusSeconds(61), "before"))))
                .containsExactly("rule:observed-in-time");
        assertThat(codes(directing.refused(
                        caller(BEN), new DirectiveCommand.Observe(BigDecimal.ONE, company.clock.instant(), ""))))
                .containsExactly("text.missing");
    }

    @Test
    void whatWasMeasuredIsCorrectedByItsMomentAndKeptInOrder() {
        Directing directing = Directing.inForce(company);
        Instant first = company.clock.instant();
        company.clock.advance(Duration.ofDays(2));
        directing.observes("84.0");
        directing.does(caller(BEN), new DirectiveCommand.Observe(new BigDecimal("81"), first, "late"));
        directing.observes("83");

        assertThat(directing.now().observations())
                .extracting(one -> one.value().toPlainString())
                .containsExactly("81", "83");
    }

    @Test
    void itIsAchievedByWhatWasMeasuredLately() {
        Directing directing = Directing.inForce(company);
        DirectiveCommand.Achieve achieve = new DirectiveCommand.Achieve("");
        assertThat(codes(directing.refused(caller(DORA), achieve))).containsExactly("rule:goal-was-observed");
        company.aMinuteLater();
        directing.observes("95");
        company.aMinuteLater();
        directing.observes("89.9");
        assertThat(codes(directing.refused(caller(DORA), achieve)))
                .as("it was there, and is no longer")
                .containsExactly("rule:goal-was-observed");
        company.aMinuteLater();
        directing.observes("90");
        company.clock.advance(Directive.FRESH.plusNanos(1_000));
        assertThat(codes(directing.refused(caller(DORA), achieve))).containsExactly("rule:goal-was-observed");
        directing.observes("90");
        company.clock.advance(Directive.FRESH);
        directing.does(achieve);
    }

    @Test
    void nothingIsMissedBeforeItIsDue() {
        Directing directing = Directing.inForce(company);
        company.clock.advance(Duration.ofDays(100).minusNanos(1_000));
        assertThat(codes(directing.refused(caller(DORA), new DirectiveCommand.Miss("no"))))
                .containsExactly("rule:due-has-passed");
        company.clock.advance(Duration.ofNanos(1_000));
        directing.does(new DirectiveCommand.Miss("nobody tested"));
    }

    @Test
    void whatWasPlannedIsKeptWhenItIsRevised() {
        Directing directing = Directing.inForce(company);
        Direction before = directing.now().direction().orElseThrow();
        company.aMinuteLater();
        told();

        Directive revised = directing.does(caller(FRIDA), new DirectiveCommand.Revise("too slow"));

        assertThat(revised.status()).isEqualTo(DirectiveLifecycle.EVALUATED);
        assertThat(revised.direction()).isEmpty();
        assertThat(revised.replaced()).singleElement().satisfies(one -> {
            assertThat(one.direction()).isEqualTo(before);
            assertThat(one.reason()).isEqualTo("too slow");
            assertThat(one.replacedAt()).isEqualTo(company.clock.instant());
        });
        assertThat(told()).containsExactly("directive-revised ben");
        directing.does(caller(FRIDA), new DirectiveCommand.Direct(success().build()));
        assertThat(directing.now().replaced()).hasSize(1);
    }

    @Test
    void whoIsAccountableIsRemindedOnceOfEachReport() {
        Directing directing = Directing.inForce(company);
        told();
        company.clock.advance(Duration.ofDays(10).minusSeconds(1));
        assertThat(told()).isEmpty();
        company.clock.advance(Duration.ofSeconds(1));
        assertThat(told()).containsExactly("directive-report-due ben");
        company.clock.advance(Duration.ofDays(30));
        assertThat(told()).isEmpty();

        directing.observes("82");
        company.clock.advance(Duration.ofDays(10));
        assertThat(told()).containsExactly("directive-observed dora", "directive-report-due ben");
    }

    @Test
    void nobodyIsRemindedOfWhatIsOver() {
        Directing directing = Directing.inForce(company);
        told();
        directing.does(new DirectiveCommand.Withdraw("it got better"));
        assertThat(told()).containsExactlyInAnyOrder("directive-withdrawn ben");
        company.clock.advance(Duration.ofDays(30));
        assertThat(told()).isEmpty();
        assertThat(directing.now().reportTold()).isEqualTo(Optional.empty());
        assertThat(company.told).extracting(Notice::code).isEmpty();
    }

    @Test
    void whatWasMeasuredOfSomethingElseSaysNothingOfANewGoal() {
        Directing directing = Directing.inForce(company);
        Instant begun = company.clock.instant();
        company.aMinuteLater();
        directing.observes("89");
        directing.does(caller(FRIDA), new DirectiveCommand.Revise("mail matters more"));
        directing.does(
                caller(FRIDA),
                new DirectiveCommand.Direct(success()
                        .target(new Target(
                                "incidents-each-week",
                                "",
                                BigDecimal.valueOf(200),
                                begun,
                                BigDecimal.valueOf(100),
                                begun.plus(Duration.ofDays(100)),
                                BigDecimal.ONE))
                        .build()));

        assertThat(directing.now().observedUntil(company.clock.instant()))
                .as("89 % of changes are not 89 incidents")
                .isEmpty();
        assertThat(codes(directing.refused(caller(DORA), new DirectiveCommand.Achieve(""))))
                .containsExactly("rule:goal-was-observed");
    }

    @Test
    void whatWasMeasuredOfTheSameCountsStillOnceItIsDirectedOtherwise() {
        Directing directing = Directing.inForce(company);
        Direction before = directing.now().direction().orElseThrow();
        company.aMinuteLater();
        directing.observes("85");
        directing.does(caller(FRIDA), new DirectiveCommand.Revise("ninety is too much"));
        directing.does(
                caller(FRIDA),
                new DirectiveCommand.Direct(before.withTarget(new Target(
                        "change-success-rate",
                        "%",
                        before.target().baseline(),
                        before.target().baselineAt(),
                        BigDecimal.valueOf(85),
                        before.target().due(),
                        BigDecimal.ONE))));

        directing.does(new DirectiveCommand.Achieve("no more is wanted"));
    }

    @Test
    void whatIsNoLongerSoIsNotAchievedInThePast() {
        Directing directing = Directing.inForce(company);
        company.aMinuteLater();
        directing.observes("95");
        Instant thereOnce = company.clock.instant();
        company.aMinuteLater();
        directing.observes("70");

        assertThat(company.itsm
                        .directives()
                        .submit(
                                caller(DORA),
                                directing.id,
                                new DirectiveCommand.Achieve(""),
                                Options.none().occurredAt(thereOnce))
                        .getLeft()
                        .violations())
                .extracting(Violation::code)
                .containsExactly("rule:goal-was-observed");
    }
}
