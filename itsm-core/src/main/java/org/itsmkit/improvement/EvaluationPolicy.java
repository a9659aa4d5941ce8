package org.itsmkit.improvement;

import static org.itsmkit.improvement.ImprovementLifecycle.CLOSE;
import static org.itsmkit.improvement.ImprovementLifecycle.EVALUATE;
import static org.itsmkit.improvement.ImprovementLifecycle.KEEP;
import static org.itsmkit.improvement.ImprovementLifecycle.REALISE;
import static org.itsmkit.improvement.ImprovementLifecycle.REVIEW_CONTROL;
import static org.itsmkit.improvement.ImprovementLifecycle.SET_CONTROL;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.Evaluation;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;

/** What is asked for from the question whether one got there to the end. */
final class EvaluationPolicy {

    private EvaluationPolicy() {}

    /**
     * Nobody says alone of their own improvement that it helped, nor who speaks for its owner. A tenant whose owners
     * may switches this off, as {@code improvement/owner-does-not-evaluate}.
     */
    static Rule<Improvement> ownerDoesNotEvaluate() {
        return Rule.of(
                "owner-does-not-evaluate",
                Set.of(EVALUATE),
                p -> ImprovementPolicy.is(p, improvement -> {
                    Caller caller = p.context().caller();
                    return caller.person().equals(improvement.owner())
                            || caller.onBehalfOf()
                                    .map(improvement.owner()::equals)
                                    .orElse(false);
                }),
                "Somebody else than the owner says whether one got there.");
    }

    /** Whoever says that all was achieved has reached every target, and has so still when it is kept. */
    static Rule<Improvement> achievedMeansReached() {
        return ImprovementPolicy.missing(
                "achieved-means-reached",
                Set.of(EVALUATE, KEEP),
                p -> p.record()
                        .filter(improvement -> conclusion(p, improvement).equals(Optional.of(Conclusion.ACHIEVED)))
                        .map(improvement -> improvement.missed().stream()
                                .map(target -> target.metric().code())
                                .toList())
                        .orElse(List.of()),
                "This target was not reached:");
    }

    /** What is said now, or was said before. */
    private static Optional<Conclusion> conclusion(Proposal<Improvement> proposal, Improvement improvement) {
        return proposal.action().equals(KEEP)
                ? improvement.evaluation().map(Evaluation::conclusion)
                : proposal.intention(EvidenceCommand.Evaluate.class).map(EvidenceCommand.Evaluate::conclusion);
    }

    /** Nobody keeps what was not evaluated. */
    static Rule<Improvement> isEvaluated() {
        return Rule.of(
                "is-evaluated",
                Set.of(KEEP),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.evaluation().isEmpty()),
                "Nobody has said yet whether one got there.");
    }

    /** What did not help is planned anew or abandoned, and not kept. */
    static Rule<Improvement> whatFailedIsNotKept() {
        return Rule.of(
                "what-failed-is-not-kept",
                Set.of(KEEP),
                p -> ImprovementPolicy.is(
                        p,
                        improvement -> improvement
                                .evaluation()
                                .map(said -> said.conclusion() == Conclusion.NOT_ACHIEVED)
                                .orElse(false)),
                "It did not help; one plans anew, or lets it be.");
    }

    /** What it brings is said in what was expected: the same currency, or a score. */
    static Rule<Improvement> benefitIsComparable() {
        return Rule.of(
                "benefit-is-comparable",
                Set.of(REALISE),
                p -> ImprovementPolicy.of(
                        p,
                        EvidenceCommand.Realise.class,
                        (improvement, realise) -> improvement
                                .expected()
                                .map(expected -> !expected.isComparableTo(realise.benefit()))
                                .orElse(false)),
                "What was expected is said in another currency, or as a score.");
    }

    /** One looks at what was measured. */
    static Rule<Improvement> controlIsOfWhatWasMeasured() {
        return Rule.of(
                "control-is-of-what-was-measured",
                Set.of(SET_CONTROL),
                p -> ImprovementPolicy.of(
                        p,
                        ControlCommand.SetControl.class,
                        (improvement, set) ->
                                improvement.baseline(set.control().metric()).isEmpty()),
                "This was not measured by the same metric in the same unit.");
    }

    /** Nothing is closed that nobody looks after, and nobody looks before it is said at what. */
    static Rule<Improvement> controlIsInPlace() {
        return Rule.of(
                "control-is-in-place",
                Set.of(CLOSE, REVIEW_CONTROL),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.control().isEmpty()),
                "Nobody has said yet who looks at what, how often and when next.");
    }

    /** Nothing is closed of which nothing was learned. */
    static Rule<Improvement> lessonIsLearned() {
        return Rule.of(
                "lesson-is-learned",
                Set.of(CLOSE),
                p -> ImprovementPolicy.is(
                        p, improvement -> improvement.lessons().isEmpty()),
                "Nobody has written down yet what was learned.");
    }
}
