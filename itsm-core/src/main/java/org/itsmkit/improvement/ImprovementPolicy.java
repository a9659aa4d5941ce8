package org.itsmkit.improvement;

import static org.itsmkit.improvement.ImprovementLifecycle.ABANDON;
import static org.itsmkit.improvement.ImprovementLifecycle.DECIDE;
import static org.itsmkit.improvement.ImprovementLifecycle.DESCRIBE;
import static org.itsmkit.improvement.ImprovementLifecycle.HAND_OVER;
import static org.itsmkit.improvement.ImprovementLifecycle.LEARN;
import static org.itsmkit.improvement.ImprovementLifecycle.MEASURE;
import static org.itsmkit.improvement.ImprovementLifecycle.MEASURE_AGAIN;
import static org.itsmkit.improvement.ImprovementLifecycle.MOVE_STEP;
import static org.itsmkit.improvement.ImprovementLifecycle.PLAN_STEP;
import static org.itsmkit.improvement.ImprovementLifecycle.PROPOSE;
import static org.itsmkit.improvement.ImprovementLifecycle.RELATE;
import static org.itsmkit.improvement.ImprovementLifecycle.RESUME;
import static org.itsmkit.improvement.ImprovementLifecycle.SETTLE_STEP;
import static org.itsmkit.improvement.ImprovementLifecycle.SET_CONTROL;
import static org.itsmkit.improvement.ImprovementLifecycle.SET_VISION;
import static org.itsmkit.improvement.ImprovementLifecycle.WEIGH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** What is permitted with an improvement. What each step asks for stands in {@link EvidencePolicy}. */
public final class ImprovementPolicy {

    private static final Set<Action> WHILE_PARKED =
            Set.of(PROPOSE, RESUME, ABANDON, DESCRIBE, HAND_OVER, RELATE, WEIGH, DECIDE, LEARN);

    private ImprovementPolicy() {}

    /** All rules of improvements. */
    public static Policy<Improvement> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                peopleAreKnown(),
                recordsAreKnown(),
                whatIsParkedStandsStill(),
                isParked(),
                registerHasRoom(),
                stepIsOpen(),
                EvidencePolicy.visionIsSaid(),
                EvidencePolicy.measuredBeforeNow(),
                EvidencePolicy.baselineIsMeasured(),
                EvidencePolicy.targetHasABaseline(),
                EvidencePolicy.targetIsBetter(),
                EvidencePolicy.somethingIsAimedAt(),
                EvidencePolicy.planHasSteps(),
                EvidencePolicy.resultHasABaseline(),
                EvidencePolicy.resultFollowsAction(),
                EvidencePolicy.measuredInTheSameWay(),
                EvidencePolicy.resultsAreMeasured(),
                EvaluationPolicy.ownerDoesNotEvaluate(),
                EvaluationPolicy.achievedMeansReached(),
                EvaluationPolicy.isEvaluated(),
                EvaluationPolicy.whatFailedIsNotKept(),
                EvaluationPolicy.benefitIsComparable(),
                EvaluationPolicy.controlIsOfWhatWasMeasured(),
                EvaluationPolicy.controlIsInPlace(),
                EvaluationPolicy.lessonIsLearned()));
    }

    /** Nothing happens before what has happened already: what was measured before and what after would be another. */
    static Rule<Improvement> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> is(p, improvement -> p.context().at().isBefore(improvement.updatedAt())),
                "This would have happened before the improvement's last change.");
    }

    /** Who owns, stands behind, does or looks is somebody. */
    static Rule<Improvement> peopleAreKnown() {
        return Rule.of(
                "people-are-known",
                Set.of(PROPOSE, HAND_OVER, RELATE, PLAN_STEP, MOVE_STEP, SET_CONTROL),
                p -> p.intention().stream()
                        .flatMap(wanted -> Named.people(wanted).stream())
                        .anyMatch(person -> p.context().facts().person(person).isEmpty()),
                "Nobody knows one of these people.");
    }

    /** What it serves and what it comes from is there. */
    static Rule<Improvement> recordsAreKnown() {
        return Rule.of(
                "records-are-known",
                Set.of(PROPOSE, RELATE, SET_VISION),
                p -> p.intention().stream()
                        .flatMap(wanted -> Named.records(wanted).stream())
                        .anyMatch(ref -> !p.context().facts().exists(ref)),
                "There is no such record.");
    }

    /** What is parked is described, weighed and talked about, and neither goes on nor back before it is resumed. */
    static Rule<Improvement> whatIsParkedStandsStill() {
        return Rule.of(
                "what-is-parked-stands-still",
                Set.of(),
                p -> !WHILE_PARKED.contains(p.action()) && is(p, Improvement::isParked),
                "It is parked; it must be resumed before.");
    }

    /** Only what is parked is resumed. */
    static Rule<Improvement> isParked() {
        return Rule.of(
                "is-parked", Set.of(RESUME), p -> is(p, improvement -> !improvement.isParked()), "It is not parked.");
    }

    /** An improvement can be looked over. */
    static Rule<Improvement> registerHasRoom() {
        return Rule.of(
                "register-has-room",
                Set.of(MEASURE, MEASURE_AGAIN, PLAN_STEP, DECIDE, LEARN),
                p -> is(p, improvement -> isFull(p, improvement)),
                "There are as many of these as an improvement may have.");
    }

    private static boolean isFull(Proposal<Improvement> proposal, Improvement improvement) {
        Action action = proposal.action();
        if (action.equals(MEASURE)) {
            return improvement.baselines().size() >= Improvement.MOST_METRICS
                    && proposal.intention(EvidenceCommand.Measure.class)
                            .map(measure -> measure.measurement().metric().code())
                            .map(code -> improvement.baselines().stream()
                                    .noneMatch(one -> one.metric().code().equals(code)))
                            .orElse(false);
        }
        if (action.equals(MEASURE_AGAIN)) {
            return improvement.results().size() >= Improvement.MOST_RESULTS;
        }
        if (action.equals(PLAN_STEP)) {
            return improvement.plan().size() >= Improvement.MOST_STEPS;
        }
        return (action.equals(DECIDE) ? improvement.decisions() : improvement.lessons()).size()
                >= Improvement.MOST_NOTES;
    }

    /** Only what is still to be done is moved or settled. */
    static Rule<Improvement> stepIsOpen() {
        return Rule.of(
                "step-is-open",
                Set.of(MOVE_STEP, SETTLE_STEP),
                p -> of(p, PlanCommand.MoveStep.class, (improvement, move) -> isNotOpen(improvement, move.step()))
                        || of(
                                p,
                                PlanCommand.SettleStep.class,
                                (improvement, settle) -> isNotOpen(improvement, settle.step())),
                "There is no such step that is still to be done.");
    }

    private static boolean isNotOpen(Improvement improvement, int step) {
        return !improvement.step(step).map(PlanStep::isOpen).orElse(false);
    }

    /** Whether that is so of the improvement as it is, if there is one. */
    static boolean is(Proposal<Improvement> proposal, Predicate<Improvement> question) {
        return proposal.record().map(question::test).orElse(false);
    }

    /** Whether that is so of the improvement as it is and of the command, if there is one of that class. */
    static <C> boolean of(Proposal<Improvement> proposal, Class<C> type, BiPredicate<Improvement, C> question) {
        return proposal.intention(type)
                .flatMap(command -> proposal.record().map(improvement -> question.test(improvement, command)))
                .orElse(false);
    }

    /**
     * A rule that names what is missing, by the codes of metrics: in its sentence, and as its argument {@code missing}.
     */
    static Rule<Improvement> missing(
            String name, Set<Action> actions, Function<Proposal<Improvement>, List<String>> missing, String sentence) {
        return new Rule<>(name, actions, proposal -> {
            String codes = String.join(", ", missing.apply(proposal));
            return codes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            Rule.codeOf(name), Map.of("rule", name, "missing", codes), sentence + " " + codes + "."));
        });
    }
}
