package org.itsmkit.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.improvement.Improving.QUICK;
import static org.itsmkit.improvement.Improving.RESTORE;
import static org.itsmkit.improvement.Improving.SLOW;
import static org.itsmkit.improvement.Improving.SOLVED;
import static org.itsmkit.improvement.Improving.mail;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** Every rule of improvements, and every refusal of what is said. */
class ImprovementRulesTest {

    private static final RecordRef NOWHERE = RecordRef.of("incident", RecordId.of("nowhere"));

    private final Company company = Company.open();

    private List<String> refused(ImprovementCommand.Propose proposal) {
        return company.itsm.improvements().submit(caller(DORA), proposal).getLeft().violations().stream()
                .map(Violation::code)
                .toList();
    }

    private static Violation only(Rejection rejection) {
        assertThat(rejection.violations()).hasSize(1);
        return rejection.violations().get(0);
    }

    @Test
    void theRulesAreThese() {
        assertThat(ImprovementPolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "time-goes-forward",
                        "people-are-known",
                        "records-are-known",
                        "what-is-parked-stands-still",
                        "is-parked",
                        "register-has-room",
                        "step-is-open",
                        "vision-is-said",
                        "measured-before-now",
                        "baseline-is-measured",
                        "target-has-a-baseline",
                        "target-is-better",
                        "something-is-aimed-at",
                        "plan-has-steps",
                        "result-has-a-baseline",
                        "result-follows-action",
                        "measured-in-the-same-way",
                        "results-are-measured",
                        "owner-does-not-evaluate",
                        "achieved-means-reached",
                        "is-evaluated",
                        "what-failed-is-not-kept",
                        "benefit-is-comparable",
                        "control-is-of-what-was-measured",
                        "control-is-in-place",
                        "lesson-is-learned");
    }

    @Test
    void nothingHappensBeforeWhatHasHappened() {
        Improving improving = Improving.in(company, "vision");
        improving.does(new ImprovementCommand.Decide("we begin"));

        Rejection refusal = company.itsm
                .improvements()
                .submit(
                        caller(DORA),
                        improving.id,
                        new JourneyCommand.Assess(),
                        Options.none().occurredAt(company.clock.instant().minusSeconds(1)))
                .getLeft();

        assertThat(only(refusal).code()).isEqualTo("rule:time-goes-forward");
    }

    @Test
    void whoIsNamedIsSomebody() {
        assertThat(refused(mail().owner(GUS).build())).containsExactly("rule:people-are-known");
        assertThat(refused(mail().sponsor(GUS).build())).containsExactly("rule:people-are-known");
        Improving vision = Improving.in(company, "vision");
        assertThat(vision.refused(new ImprovementCommand.HandOver(GUS))).containsExactly("rule:people-are-known");
        assertThat(vision.refused(new ImprovementCommand.Relate(Optional.of(GUS), About.nothing())))
                .containsExactly("rule:people-are-known");
        Improving plan = Improving.in(company, "plan");
        assertThat(plan.refused(new PlanCommand.AddStep("Buy a disk", GUS, plan.today())))
                .containsExactly("rule:people-are-known");
        plan.does(plan.step("Write a runbook"));
        assertThat(plan.refused(new PlanCommand.MoveStep(1, GUS, plan.today())))
                .containsExactly("rule:people-are-known");
        Improving momentum = Improving.in(company, "momentum");
        assertThat(momentum.refused(new ControlCommand.SetControl(
                        new ControlMeasure(RESTORE, BigDecimal.TEN, GUS, 30, momentum.today()))))
                .containsExactly("rule:people-are-known");
    }

    @Test
    void whatIsNamedIsThere() {
        About nowhere = new About(Set.of(), Set.of(), Set.of(NOWHERE));
        assertThat(refused(mail().about(nowhere).build())).containsExactly("rule:records-are-known");
        assertThat(refused(mail().vision(new Vision("Up", Optional.of(NOWHERE))).build()))
                .containsExactly("rule:records-are-known");
        Improving vision = Improving.in(company, "vision");
        assertThat(vision.refused(new ImprovementCommand.Relate(Optional.empty(), nowhere)))
                .containsExactly("rule:records-are-known");
        assertThat(vision.refused(new EvidenceCommand.SetVision(new Vision("Up", Optional.of(NOWHERE)))))
                .containsExactly("rule:records-are-known");
    }

    @Test
    void nobodyMeasuresBeforeItIsSaidWhatFor() {
        Improving improving =
                Improving.of(company, mail().vision(Optional.empty()).build());
        assertThat(improving.refused(new JourneyCommand.Assess())).containsExactly("rule:vision-is-said");

        improving.does(new EvidenceCommand.SetVision(Vision.to("Mail is always there")));
        assertThat(improving.does(new JourneyCommand.Assess()).status()).isEqualTo(ImprovementLifecycle.BASELINE);
    }

    @Test
    void nobodyAimsBeforeItIsMeasuredWhereOneStands() {
        Improving improving = Improving.in(company, "baseline");

        assertThat(improving.refused(new JourneyCommand.Aim())).containsExactly("rule:baseline-is-measured");
    }

    @Test
    void nothingIsMeasuredInTheFuture() {
        Improving improving = Improving.in(company, "baseline");
        Measurement untilTomorrow = Measurement.of(
                RESTORE, SLOW, company.clock.instant(), company.clock.instant().plusNanos(1_000), "by the journal");

        assertThat(improving.refused(new EvidenceCommand.Measure(untilTomorrow)))
                .containsExactly("rule:measured-before-now");
        assertThat(improving
                        .does(new EvidenceCommand.Measure(improving.monthBefore(SLOW)))
                        .baselines())
                .hasSize(1);
    }

    @Test
    void noTargetWithoutABaselineOfTheSameMetric() {
        Improving improving = Improving.in(company, "targets");
        Violation missing =
                only(improving.refusal(caller(DORA), new EvidenceCommand.SetTarget(Target.of(SOLVED, "70"))));

        assertThat(missing.code()).isEqualTo("rule:target-has-a-baseline");
        assertThat(missing.arguments()).containsEntry("missing", "first-contact");
        assertThat(missing.sentence())
                .isEqualTo("Where one stands was not measured by the same metric in the same unit: first-contact.");
        Metric inHours = Metric.lowerIsBetter("time-to-restore", "h");
        assertThat(improving.refused(new EvidenceCommand.SetTarget(Target.of(inHours, "1"))))
                .containsExactly("rule:target-has-a-baseline");
    }

    /** The median before is 50: what is no better than that is no target. */
    @Test
    void aTargetIsBetterThanWhatOneHas() {
        Improving improving = Improving.in(company, "targets");

        assertThat(improving.refused(new EvidenceCommand.SetTarget(Target.of(RESTORE, "50"))))
                .containsExactly("rule:target-is-better");
        assertThat(improving.refused(new EvidenceCommand.SetTarget(Target.of(RESTORE, "60"))))
                .containsExactly("rule:target-is-better");
        assertThat(improving
                        .does(new EvidenceCommand.SetTarget(Target.of(RESTORE, "49.9")))
                        .targets())
                .hasSize(1);
    }

    @Test
    void noPlanWithoutATarget() {
        Improving improving = Improving.in(company, "targets");

        assertThat(improving.refused(new JourneyCommand.MakePlan())).containsExactly("rule:something-is-aimed-at");
    }

    @Test
    void aTargetWhoseBaselineWasMeasuredOtherwiseSinceIsNamed() {
        Improving improving = Improving.in(company, "plan");
        improving.does(new JourneyCommand.GoBack("thirty is not enough"));
        improving.does(new JourneyCommand.GoBack("minutes are too fine"));
        Measurement month = improving.monthBefore(SLOW);
        improving.does(new EvidenceCommand.Measure(Measurement.of(
                Metric.lowerIsBetter("time-to-restore", "h"),
                Observed.Series.of(1, 1, 2),
                month.fromInclusive(),
                month.toExclusive(),
                "by hand")));
        improving.does(new JourneyCommand.Aim());

        Violation missing = only(improving.refusal(caller(DORA), new JourneyCommand.MakePlan()));
        assertThat(missing.code()).isEqualTo("rule:target-has-a-baseline");
        assertThat(missing.arguments()).containsEntry("missing", "time-to-restore");
    }

    @Test
    void noActionWithoutAPlan() {
        Improving improving = Improving.in(company, "plan");
        assertThat(improving.refused(new JourneyCommand.Act())).containsExactly("rule:plan-has-steps");

        improving.does(improving.step("Write a runbook"));
        improving.does(PlanCommand.SettleStep.dropped(1, "nobody would read it"));
        assertThat(improving.refused(new JourneyCommand.Act())).containsExactly("rule:plan-has-steps");
    }

    @Test
    void whatCameOfItIsOfWhatWasMeasuredBefore() {
        Improving improving = Improving.in(company, "action");
        Measurement after = improving.monthAfter(QUICK);
        Measurement other =
                Measurement.of(SOLVED, QUICK, after.fromInclusive(), after.toExclusive(), "by the desk's report");

        assertThat(improving.refused(new EvidenceCommand.MeasureAgain(other)))
                .containsExactly("rule:result-has-a-baseline");
    }

    @Test
    void whatCameOfItIsObservedAfterOneBegan() {
        Improving improving = Improving.in(company, "action");
        company.clock.advance(Duration.ofDays(20));
        assertThat(improving.refused(new EvidenceCommand.MeasureAgain(improving.monthBefore(QUICK))))
                .containsExactly("rule:result-follows-action");

        Measurement since = Measurement.of(
                RESTORE, QUICK, improving.now().actionBegan().orElseThrow(), company.clock.instant(), "by the journal");
        assertThat(improving.does(new EvidenceCommand.MeasureAgain(since)).results())
                .containsExactly(since);
    }

    @Test
    void countsAreComparedWithCounts() {
        Improving improving = Improving.in(company, "action");
        assertThat(improving.refused(new EvidenceCommand.MeasureAgain(improving.monthAfter(Observed.Counted.of(4, 4)))))
                .containsExactly("rule:measured-in-the-same-way");

        assertThat(improving
                        .does(new EvidenceCommand.MeasureAgain(
                                improving.monthBefore(new Observed.Summary(new BigDecimal("25"), 5))))
                        .results())
                .hasSize(1);
    }

    @Test
    void nobodyAsksWhetherOneGotThereBeforeItWasMeasuredAgain() {
        Improving improving = Improving.in(company, "action");
        Violation missing = only(improving.refusal(caller(DORA), new JourneyCommand.Check()));

        assertThat(missing.code()).isEqualTo("rule:results-are-measured");
        assertThat(missing.arguments()).containsEntry("missing", "time-to-restore");
    }

    @Test
    void theOwnerDoesNotEvaluateAndNobodyDoesForThem() {
        Improving improving = Improving.in(company, "evaluation");
        EvidenceCommand.Evaluate proud = new EvidenceCommand.Evaluate(Conclusion.PARTLY, "I did well");

        assertThat(only(improving.refusal(caller(BEN), proud)).code()).isEqualTo("rule:owner-does-not-evaluate");
        assertThat(only(improving.refusal(caller(CARLA).actingFor(BEN), proud)).code())
                .isEqualTo("rule:owner-does-not-evaluate");
        assertThat(improving.does(caller(CARLA), proud).evaluation()).isPresent();
    }

    @Test
    void aTenantMayLetOwnersEvaluate() {
        Improving improving = Improving.in(company, "evaluation");
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addRulesOff("improvement/owner-does-not-evaluate")
                        .build()));

        assertThat(improving
                        .does(caller(BEN), new EvidenceCommand.Evaluate(Conclusion.PARTLY, "I did well"))
                        .evaluation()
                        .orElseThrow()
                        .by())
                .isEqualTo(BEN);
    }

    /** The target is 30, and the median afterwards 32. */
    @Test
    void whoSaysThatAllWasAchievedHasReachedEveryTarget() {
        Improving improving = Improving.in(company, "action");
        improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(Observed.Series.of(28, 30, 32, 33, 34))));
        improving.does(new JourneyCommand.Check());

        Violation missed =
                only(improving.refusal(caller(DORA), new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "nearly")));
        assertThat(missed.code()).isEqualTo("rule:achieved-means-reached");
        assertThat(missed.arguments()).containsEntry("missing", "time-to-restore");
        assertThat(improving
                        .does(new EvidenceCommand.Evaluate(Conclusion.PARTLY, "nearly"))
                        .evaluation())
                .isPresent();
    }

    @Test
    void nothingIsKeptThatWasNotEvaluatedOrDidNotHelp() {
        Improving improving = Improving.in(company, "evaluation");
        assertThat(improving.refused(new JourneyCommand.Keep())).containsExactly("rule:is-evaluated");

        improving.does(new EvidenceCommand.Evaluate(Conclusion.NOT_ACHIEVED, "chance"));
        assertThat(improving.refused(new JourneyCommand.Keep())).containsExactly("rule:what-failed-is-not-kept");
    }

    @Test
    void nothingIsClosedWithoutAControlMeasureAndALesson() {
        Improving improving = Improving.in(company, "momentum");
        assertThat(improving.refused(new JourneyCommand.Close()))
                .containsExactly("rule:control-is-in-place", "rule:lesson-is-learned");
        assertThat(improving.refused(new ControlCommand.ReviewControl(BigDecimal.TEN, "")))
                .containsExactly("rule:control-is-in-place");

        improving.does(new ControlCommand.SetControl(improving.control()));
        assertThat(improving.refused(new JourneyCommand.Close())).containsExactly("rule:lesson-is-learned");
    }

    @Test
    void oneLooksAtWhatWasMeasured() {
        Improving improving = Improving.in(company, "momentum");

        assertThat(improving.refused(new ControlCommand.SetControl(
                        new ControlMeasure(SOLVED, BigDecimal.TEN, CARLA, 30, improving.today()))))
                .containsExactly("rule:control-is-of-what-was-measured");
    }

    @Test
    void whatItBringsIsSaidInWhatWasExpected() {
        Improving improving = Improving.in(company, "momentum");
        improving.does(new ImprovementCommand.Weigh(Optional.of(Benefit.money("1200", "EUR")), Optional.empty()));

        assertThat(improving.refused(new EvidenceCommand.Realise(Benefit.money("1000", "USD"))))
                .containsExactly("rule:benefit-is-comparable");
        assertThat(improving.refused(new EvidenceCommand.Realise(Benefit.score("5"))))
                .containsExactly("rule:benefit-is-comparable");
    }

    @Test
    void whatIsParkedNeitherGoesOnNorBack() {
        Improving improving = Improving.in(company, "baseline");
        assertThat(improving.refused(new JourneyCommand.Resume())).containsExactly("rule:is-parked");
        improving.does(new EvidenceCommand.Measure(improving.monthBefore(SLOW)));
        improving.does(new JourneyCommand.Park("all hands are at the move"));

        assertThat(improving.refused(new JourneyCommand.Aim())).containsExactly("rule:what-is-parked-stands-still");
        assertThat(improving.refused(new JourneyCommand.GoBack("let us see")))
                .containsExactly("rule:what-is-parked-stands-still");
        assertThat(improving.refused(new EvidenceCommand.Measure(improving.monthBefore(QUICK))))
                .containsExactly("rule:what-is-parked-stands-still");
        assertThat(improving.refused(new JourneyCommand.Park("again")))
                .containsExactly("rule:what-is-parked-stands-still");
        improving.does(new ImprovementCommand.Learn("moves take long"));
    }

    @Test
    void aStepIsSettledOnce() {
        Improving improving = Improving.in(company, "action");
        improving.does(PlanCommand.SettleStep.done(1, ""));

        assertThat(improving.refused(PlanCommand.SettleStep.done(1, ""))).containsExactly("rule:step-is-open");
        assertThat(improving.refused(PlanCommand.SettleStep.dropped(2, "no such")))
                .containsExactly("rule:step-is-open");
        assertThat(improving.refused(new PlanCommand.MoveStep(1, DORA, improving.today())))
                .containsExactly("rule:step-is-open");
    }

    @Test
    void thereIsNoMoreOfAnythingThanCanBeLookedOver() {
        Improving plan = Improving.in(company, "plan");
        for (int i = 0; i < Improvement.MOST_STEPS; i++) {
            plan.does(plan.step("Step " + i));
        }
        assertThat(plan.refused(plan.step("One more"))).containsExactly("rule:register-has-room");

        Improving baseline = Improving.in(company, "baseline");
        for (int i = 0; i < Improvement.MOST_METRICS; i++) {
            baseline.does(new EvidenceCommand.Measure(measured(baseline, "metric-" + i)));
        }
        assertThat(baseline.refused(new EvidenceCommand.Measure(measured(baseline, "one-more"))))
                .containsExactly("rule:register-has-room");
        company.aMinuteLater();
        baseline.does(new EvidenceCommand.Measure(measured(baseline, "metric-0")));

        for (int i = 0; i < Improvement.MOST_NOTES; i++) {
            baseline.does(new ImprovementCommand.Decide("so"));
            baseline.does(new ImprovementCommand.Learn("this"));
        }
        assertThat(baseline.refused(new ImprovementCommand.Decide("otherwise")))
                .containsExactly("rule:register-has-room");
        assertThat(baseline.refused(new ImprovementCommand.Learn("that"))).containsExactly("rule:register-has-room");

        Improving action = Improving.in(company, "action");
        for (int i = 0; i < Improvement.MOST_RESULTS; i++) {
            action.does(new EvidenceCommand.MeasureAgain(
                    action.monthAfter(new Observed.Summary(BigDecimal.valueOf(i), 1))));
        }
        assertThat(action.refused(new EvidenceCommand.MeasureAgain(action.monthAfter(QUICK))))
                .containsExactly("rule:register-has-room");
    }

    private static Measurement measured(Improving improving, String code) {
        Measurement month = improving.monthBefore(SLOW);
        return Measurement.of(
                Metric.lowerIsBetter(code, "min"), SLOW, month.fromInclusive(), month.toExclusive(), "by hand");
    }

    @Test
    void whatIsOverStaysSo() {
        for (String over : List.of("closed", "abandoned")) {
            Improving improving = Improving.in(company, over);
            assertThat(improving.refused(new JourneyCommand.GoBack("once more")))
                    .containsExactly("lifecycle.not-possible");
            assertThat(improving.refused(new JourneyCommand.Resume())).containsExactly("lifecycle.not-possible");
        }
    }

    @Test
    void whatIsSaidSaysSomethingAndIsNotTooLong() {
        String long4001 = "x".repeat(4_001);
        assertThat(refused(mail().title(" ").description("x".repeat(32_001)).build()))
                .containsExactly("text.missing", "text.too-long");
        assertThat(refused(mail().title("two\nlines").vision(Vision.to("")).build()))
                .containsExactly("text.not-one-line", "text.missing");
        Set<String> many = IntStream.rangeClosed(0, About.MOST)
                .mapToObj(i -> "practice-" + i)
                .collect(Collectors.toSet());
        assertThat(refused(mail().about(new About(Set.of(), many, Set.of())).build()))
                .containsExactly("list.too-long");

        Improving improving = Improving.in(company, "plan");
        assertThat(improving.refused(new ImprovementCommand.Describe("", ""))).containsExactly("text.missing");
        assertThat(improving.refused(new ImprovementCommand.Decide(long4001))).containsExactly("text.too-long");
        assertThat(improving.refused(new ImprovementCommand.Learn(""))).containsExactly("text.missing");
        assertThat(improving.refused(new JourneyCommand.GoBack(" "))).containsExactly("text.missing");
        assertThat(improving.refused(new JourneyCommand.Park(""))).containsExactly("text.missing");
        assertThat(improving.refused(new JourneyCommand.Abandon(long4001))).containsExactly("text.too-long");
        assertThat(improving.refused(new PlanCommand.AddStep("", DORA, LocalDate.of(1969, 12, 31))))
                .containsExactly("text.missing", "date.out-of-range");
        improving.does(improving.step("Write a runbook"));
        assertThat(improving.refused(new PlanCommand.MoveStep(1, DORA, LocalDate.of(2199, 1, 1))))
                .containsExactly("date.out-of-range");
        assertThat(improving.refused(PlanCommand.SettleStep.dropped(1, ""))).containsExactly("text.missing");
        assertThat(improving.refused(new PlanCommand.SettleStep(1, PlanStep.State.OPEN, "")))
                .containsExactly("step.not-settled");
        Improving baseline = Improving.in(company, "baseline");
        Measurement month = baseline.monthBefore(SLOW);
        assertThat(baseline.refused(new EvidenceCommand.Measure(
                        Measurement.of(RESTORE, SLOW, month.fromInclusive(), month.toExclusive(), "by\nhand"))))
                .containsExactly("text.not-one-line");
        Improving targets = Improving.in(company, "targets");
        assertThat(targets.refused(
                        new EvidenceCommand.SetTarget(new Target(RESTORE, BigDecimal.ONE, Optional.of(LocalDate.MAX)))))
                .containsExactly("date.out-of-range");
        Improving momentum = Improving.in(company, "momentum");
        assertThat(momentum.refused(
                        new ControlCommand.SetControl(momentum.control().dueOn(LocalDate.MIN))))
                .containsExactly("date.out-of-range");
        Improving evaluation = Improving.in(company, "evaluation");
        assertThat(evaluation.refused(new EvidenceCommand.Evaluate(Conclusion.PARTLY, "")))
                .containsExactly("text.missing");
        assertThat(evaluation.refused(new JourneyCommand.PlanAgain(""))).containsExactly("text.missing");
    }

    @Test
    void whatCannotBeIsNotMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new About(Set.of(), Set.of("incident management"), Set.of()))
                .withMessageContaining("practice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlMeasure(RESTORE, BigDecimal.ONE, CARLA, 0, LocalDate.EPOCH))
                .withMessageContaining("days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DelayEstimate(CostOfDelay.of(1, 1, 1), Duration.ZERO))
                .withMessageContaining("duration");
        assertThatIllegalArgumentException().isThrownBy(() -> Benefit.money("1", "Taler"));
    }

    @Test
    void whatWasAchievedIsKeptOnlyWhileItIs() {
        Improving improving = Improving.in(company, "evaluation");
        improving.does(new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "half the time"));
        improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(SLOW)));

        assertThat(improving.refused(new JourneyCommand.Keep())).containsExactly("rule:achieved-means-reached");
        improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(QUICK)));
        improving.does(new JourneyCommand.Keep());
    }
}
