package org.itsmkit.improvement;

import static org.itsmkit.improvement.ImprovementLifecycle.ACT;
import static org.itsmkit.improvement.ImprovementLifecycle.AIM;
import static org.itsmkit.improvement.ImprovementLifecycle.ASSESS;
import static org.itsmkit.improvement.ImprovementLifecycle.CHECK;
import static org.itsmkit.improvement.ImprovementLifecycle.EVALUATE;
import static org.itsmkit.improvement.ImprovementLifecycle.MAKE_PLAN;
import static org.itsmkit.improvement.ImprovementLifecycle.MEASURE;
import static org.itsmkit.improvement.ImprovementLifecycle.MEASURE_AGAIN;
import static org.itsmkit.improvement.ImprovementLifecycle.SET_TARGET;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;

/** What each step asks for up to the question whether one got there: nothing without what it rests on. */
final class EvidencePolicy {

    private EvidencePolicy() {}

    /** Nobody measures before it is said what for. */
    static Rule<Improvement> visionIsSaid() {
        return Rule.of(
                "vision-is-said",
                Set.of(ASSESS),
                p -> ImprovementPolicy.is(p, improvement -> improvement.vision().isEmpty()),
                "Nobody has said yet what it is for.");
    }

    /** What was measured is over. */
    static Rule<Improvement> measuredBeforeNow() {
        return Rule.of(
                "measured-before-now",
                Set.of(MEASURE, MEASURE_AGAIN),
                p -> measured(p)
                        .map(measurement ->
                                measurement.toExclusive().isAfter(p.context().at()))
                        .orElse(false),
                "Nothing is measured in the future.");
    }

    private static Optional<Measurement> measured(Proposal<Improvement> proposal) {
        return proposal.intention(EvidenceCommand.Measure.class)
                .map(EvidenceCommand.Measure::measurement)
                .or(() -> proposal.intention(EvidenceCommand.MeasureAgain.class)
                        .map(EvidenceCommand.MeasureAgain::measurement));
    }

    /** Nobody aims before it is measured where one stands. */
    static Rule<Improvement> baselineIsMeasured() {
        return Rule.of(
                "baseline-is-measured",
                Set.of(AIM),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.baselines().isEmpty()),
                "Nobody has measured yet where one stands.");
    }

    /** Who aims at something has measured it: the same metric, in the same unit. */
    static Rule<Improvement> targetHasABaseline() {
        return ImprovementPolicy.missing(
                "target-has-a-baseline",
                Set.of(SET_TARGET, MAKE_PLAN),
                p -> p.record()
                        .map(improvement -> Stream.concat(
                                        p
                                                .intention(EvidenceCommand.SetTarget.class)
                                                .map(EvidenceCommand.SetTarget::target)
                                                .stream(),
                                        p.action().equals(MAKE_PLAN) ? improvement.targets().stream() : Stream.empty())
                                .map(Target::metric)
                                .filter(metric -> improvement.baseline(metric).isEmpty())
                                .map(Metric::code)
                                .toList())
                        .orElse(List.of()),
                "Where one stands was not measured by the same metric in the same unit:");
    }

    /** What one aims at is better than what one has. */
    static Rule<Improvement> targetIsBetter() {
        return Rule.of(
                "target-is-better",
                Set.of(SET_TARGET),
                p -> ImprovementPolicy.of(
                        p,
                        EvidenceCommand.SetTarget.class,
                        (improvement, set) -> improvement
                                .baseline(set.target().metric())
                                .map(baseline -> isAlreadyReached(set.target(), baseline))
                                .orElse(false)),
                "This is reached already.");
    }

    private static boolean isAlreadyReached(Target target, Measurement baseline) {
        return target.isMetBy(baseline.value());
    }

    /** Nobody plans before it is said where one wants to be. */
    static Rule<Improvement> somethingIsAimedAt() {
        return Rule.of(
                "something-is-aimed-at",
                Set.of(MAKE_PLAN),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.targets().isEmpty()),
                "Nobody has said yet where one wants to be.");
    }

    /** Nobody acts without a plan; each of its steps has an owner and a day. */
    static Rule<Improvement> planHasSteps() {
        return Rule.of(
                "plan-has-steps",
                Set.of(ACT),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.plan().stream().noneMatch(PlanStep::isOpen)),
                "Nothing is planned that is still to be done, with an owner and a day.");
    }

    /** What was never measured before is compared with nothing. */
    static Rule<Improvement> resultHasABaseline() {
        return Rule.of(
                "result-has-a-baseline",
                Set.of(MEASURE_AGAIN),
                p -> ImprovementPolicy.of(
                        p,
                        EvidenceCommand.MeasureAgain.class,
                        (improvement, again) -> improvement
                                .baseline(again.measurement().metric())
                                .isEmpty()),
                "It was not measured before by the same metric in the same unit.");
    }

    /** What came of something is observed after one began to do it. */
    static Rule<Improvement> resultFollowsAction() {
        return Rule.of(
                "result-follows-action",
                Set.of(MEASURE_AGAIN),
                p -> ImprovementPolicy.of(
                        p,
                        EvidenceCommand.MeasureAgain.class,
                        (improvement, again) -> improvement
                                .actionBegan()
                                .map(began ->
                                        again.measurement().fromInclusive().isBefore(began))
                                .orElse(true)),
                "This was observed before one began to do anything.");
    }

    /** Values of cases are compared with such, and counts with counts; summaries stand beside either. */
    static Rule<Improvement> measuredInTheSameWay() {
        return Rule.of(
                "measured-in-the-same-way",
                Set.of(MEASURE_AGAIN),
                p -> ImprovementPolicy.of(
                        p,
                        EvidenceCommand.MeasureAgain.class,
                        (improvement, again) -> improvement
                                .baseline(again.measurement().metric())
                                .map(before -> !isAlike(
                                        before.observed(), again.measurement().observed()))
                                .orElse(false)),
                "Values of cases cannot be compared with a count.");
    }

    static boolean isAlike(Observed before, Observed after) {
        return before.getClass() == after.getClass()
                || before instanceof Observed.Summary
                || after instanceof Observed.Summary;
    }

    /** Nobody asks whether one got there before each target was measured again. */
    static Rule<Improvement> resultsAreMeasured() {
        return ImprovementPolicy.missing(
                "results-are-measured",
                Set.of(CHECK, EVALUATE),
                p -> p.record()
                        .map(improvement -> improvement.unmeasured().stream()
                                .map(target -> target.metric().code())
                                .toList())
                        .orElse(List.of()),
                "This was not measured since one began to do it:");
    }
}
