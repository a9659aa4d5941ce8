package org.itsmkit.governance.principle;

import static org.itsmkit.governance.principle.Principle.COLLABORATE_AND_PROMOTE_VISIBILITY;
import static org.itsmkit.governance.principle.Principle.FOCUS_ON_VALUE;
import static org.itsmkit.governance.principle.Principle.KEEP_IT_SIMPLE_AND_PRACTICAL;
import static org.itsmkit.governance.principle.Principle.OPTIMISE_AND_AUTOMATE;
import static org.itsmkit.governance.principle.Principle.PROGRESS_ITERATIVELY_WITH_FEEDBACK;
import static org.itsmkit.governance.principle.Principle.START_WHERE_YOU_ARE;
import static org.itsmkit.governance.principle.Principle.THINK_AND_WORK_HOLISTICALLY;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.itsmkit.governance.principle.PrincipleFinding.Answer;
import org.itsmkit.kernel.Inputs;

/**
 * Holds what is undertaken against the seven guiding principles: questions that data can answer, each with what made the answer. What the
 * data does not say is unknown, and never good by silence. No substitute for thinking: that nothing was found does not make it wise.
 */
public final class Principles {

    private final Undertaking it;
    private final Thresholds thresholds;

    private Principles(Undertaking it, Thresholds thresholds) {
        this.it = it;
        this.thresholds = thresholds;
    }

    /** As {@link #check(Undertaking, Thresholds)}, by the kit's own thresholds. */
    public static List<PrincipleFinding> check(Undertaking undertaking) {
        return check(undertaking, Thresholds.standard());
    }

    /** The answer to every question, in the order of the principles; each principle has one at least. */
    public static List<PrincipleFinding> check(Undertaking undertaking, Thresholds thresholds) {
        Principles principles = new Principles(undertaking, thresholds);
        return List.of(
                principles.outcome(),
                principles.stepOutcomes(),
                principles.baseline(),
                principles.reuse(),
                principles.evidence(),
                principles.batchSize(),
                principles.feedback(),
                principles.owners(),
                principles.visibility(),
                principles.dimensions(),
                principles.steps(),
                principles.automation());
    }

    /** Whether anything speaks against it, by principle: the worst answer first is {@link Answer#CONCERN}, then unknown, then fine. */
    public static Answer standing(Principle principle, List<PrincipleFinding> findings) {
        Set<Answer> answers = findings.stream()
                .filter(finding -> finding.principle() == principle)
                .map(PrincipleFinding::answer)
                .collect(Collectors.toSet());
        if (answers.contains(Answer.CONCERN)) {
            return Answer.CONCERN;
        }
        return answers.isEmpty() || answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.OK;
    }

    private PrincipleFinding outcome() {
        return said(
                FOCUS_ON_VALUE,
                "outcome",
                it.outcome().map(Inputs::saysSomething),
                "Whose outcome it serves is said.",
                "It serves no outcome that anybody wants.",
                "Nobody has said which outcome it serves.");
    }

    private PrincipleFinding stepOutcomes() {
        return ofSteps(
                FOCUS_ON_VALUE,
                "step-outcomes",
                step -> step.outcome().map(Inputs::saysSomething),
                "Something comes of every step.",
                "Nothing comes of these steps: ");
    }

    private PrincipleFinding baseline() {
        return said(
                START_WHERE_YOU_ARE,
                "baseline",
                it.isBaselineMeasured(),
                "What is there was measured first.",
                "What is there was not measured: nobody will know whether it became better.",
                "Nobody has said whether what is there was measured.");
    }

    private PrincipleFinding reuse() {
        return said(
                START_WHERE_YOU_ARE,
                "reuse",
                it.isReuseConsidered(),
                "It was asked what of it can be used.",
                "Nobody asked what of what is there can be used.",
                "Nobody has said whether what is there can be used.");
    }

    private PrincipleFinding evidence() {
        Optional<Boolean> rests = it.recordsBehind().map(records -> records > 0);
        PrincipleFinding finding = said(
                START_WHERE_YOU_ARE,
                "evidence",
                rests,
                "It rests on what was recorded.",
                "It rests on no record: an opinion so far.",
                "Nobody has said on which records it rests.");
        return it.recordsBehind().isEmpty()
                ? finding
                : PrincipleFinding.of(
                        START_WHERE_YOU_ARE,
                        "evidence",
                        finding.answer(),
                        Map.of("recordsBehind", it.recordsBehind().get().toString()),
                        finding.sentence());
    }

    private PrincipleFinding batchSize() {
        if (it.batchSize().isEmpty() || it.typicalBatchSize().isEmpty()) {
            return unknown(
                    PROGRESS_ITERATIVELY_WITH_FEEDBACK,
                    "batch-size",
                    it.batchSize().isEmpty() ? "batchSize" : "typicalBatchSize",
                    "Nobody has said how much is done at once, and how much is usual.");
        }
        BigDecimal most = thresholds
                .batchTimes()
                .multiply(BigDecimal.valueOf(it.typicalBatchSize().get()));
        boolean isSmall = BigDecimal.valueOf(it.batchSize().get()).compareTo(most) <= 0;
        return PrincipleFinding.of(
                PROGRESS_ITERATIVELY_WITH_FEEDBACK,
                "batch-size",
                isSmall ? Answer.OK : Answer.CONCERN,
                Map.of(
                        "batchSize", it.batchSize().get().toString(),
                        "typicalBatchSize", it.typicalBatchSize().get().toString(),
                        "batchTimes", thresholds.batchTimes().toPlainString()),
                it.batchSize().get() + " at once, where "
                        + it.typicalBatchSize().get() + " are usual"
                        + (isSmall
                                ? "."
                                : ": more than " + thresholds.batchTimes().toPlainString() + " times as many."));
    }

    private PrincipleFinding feedback() {
        if (it.feedbackEvery().isEmpty()) {
            return unknown(
                    PROGRESS_ITERATIVELY_WITH_FEEDBACK,
                    "feedback",
                    "feedbackEvery",
                    "Nobody has said when those who are served are asked.");
        }
        boolean isSoon = it.feedbackEvery().get().compareTo(thresholds.feedbackWithin()) <= 0;
        return PrincipleFinding.of(
                PROGRESS_ITERATIVELY_WITH_FEEDBACK,
                "feedback",
                isSoon ? Answer.OK : Answer.CONCERN,
                Map.of(
                        "feedbackEvery", it.feedbackEvery().get().toString(),
                        "feedbackWithin", thresholds.feedbackWithin().toString()),
                isSoon
                        ? "Those who are served are asked in time."
                        : "Those who are served are asked after "
                                + it.feedbackEvery().get() + ", later than after " + thresholds.feedbackWithin() + ".");
    }

    private PrincipleFinding owners() {
        return ofSteps(
                COLLABORATE_AND_PROMOTE_VISIBILITY,
                "step-owners",
                UndertakenStep::hasOwner,
                "Somebody sees to every step.",
                "Nobody sees to these steps: ");
    }

    private PrincipleFinding visibility() {
        if (it.stakeholders().isEmpty() || it.visibleTo().isEmpty()) {
            return unknown(
                    COLLABORATE_AND_PROMOTE_VISIBILITY,
                    "visibility",
                    it.stakeholders().isEmpty() ? "stakeholders" : "visibleTo",
                    "Nobody has said whom it concerns, and who of them can see it.");
        }
        Set<String> blind = new TreeSet<>(it.stakeholders().get());
        blind.removeAll(it.visibleTo().get());
        return listed(
                COLLABORATE_AND_PROMOTE_VISIBILITY,
                "visibility",
                "stakeholders",
                blind,
                "All whom it concerns can see it.",
                "It concerns these, who cannot see it: ");
    }

    private PrincipleFinding dimensions() {
        if (it.dimensions().isEmpty()) {
            return unknown(
                    THINK_AND_WORK_HOLISTICALLY,
                    "dimensions",
                    "dimensions",
                    "Nobody has said which dimensions were considered.");
        }
        Set<String> forgotten = new TreeSet<>(thresholds.dimensions());
        forgotten.removeAll(it.dimensions().get());
        return listed(
                THINK_AND_WORK_HOLISTICALLY,
                "dimensions",
                "dimensions",
                forgotten,
                "All dimensions were considered.",
                "These dimensions were not considered: ");
    }

    private PrincipleFinding steps() {
        if (it.steps().isEmpty()) {
            return unknown(KEEP_IT_SIMPLE_AND_PRACTICAL, "steps", "steps", "Nobody has said in which steps.");
        }
        boolean isFew = it.steps().size() <= thresholds.mostSteps();
        return PrincipleFinding.of(
                KEEP_IT_SIMPLE_AND_PRACTICAL,
                "steps",
                isFew ? Answer.OK : Answer.CONCERN,
                Map.of(
                        "steps", Integer.toString(it.steps().size()),
                        "mostSteps", Integer.toString(thresholds.mostSteps())),
                it.steps().size() + " steps"
                        + (isFew ? "." : ", more than " + thresholds.mostSteps() + ": which can be left out?"));
    }

    private PrincipleFinding automation() {
        return ofSteps(
                OPTIMISE_AND_AUTOMATE,
                "manual-steps",
                this::isDoneByAMachineOrSeldom,
                "No step is done by hand often that a machine could do.",
                "These steps are done by hand, " + thresholds.repeatedTimesAMonth()
                        + " times a month or more, and a machine could do them: ");
    }

    private Optional<Boolean> isDoneByAMachineOrSeldom(UndertakenStep step) {
        boolean isFine = step.isManual().map(manual -> !manual).orElse(false)
                || step.isAutomatable().map(can -> !can).orElse(false)
                || step.timesAMonth()
                        .map(times -> times < thresholds.repeatedTimesAMonth())
                        .orElse(false);
        if (isFine) {
            return Optional.of(true);
        }
        boolean isKnown = step.isManual().isPresent()
                && step.isAutomatable().isPresent()
                && step.timesAMonth().isPresent();
        return isKnown ? Optional.of(false) : Optional.empty();
    }

    /** Fine if it is so of every step; a concern if it is not of some; else unknown if it is of some. */
    private PrincipleFinding ofSteps(
            Principle principle,
            String code,
            Function<UndertakenStep, Optional<Boolean>> isFine,
            String fine,
            String concern) {
        if (it.steps().isEmpty()) {
            return unknown(principle, code, "steps", "Nobody has said in which steps.");
        }
        List<String> wrong =
                named(step -> isFine.apply(step).map(answer -> !answer).orElse(false));
        List<String> unknown = named(step -> isFine.apply(step).isEmpty());
        if (wrong.isEmpty() && !unknown.isEmpty()) {
            return PrincipleFinding.of(
                    principle,
                    code,
                    Answer.UNKNOWN,
                    Map.of("missing", String.join(", ", unknown)),
                    "Of these steps it is not known: " + String.join(", ", unknown) + ".");
        }
        return listed(principle, code, "steps", wrong, fine, concern);
    }

    private List<String> named(Predicate<UndertakenStep> which) {
        return it.steps().stream().filter(which).map(UndertakenStep::name).toList();
    }

    private static PrincipleFinding listed(
            Principle principle, String code, String data, Collection<String> wrong, String fine, String concern) {
        String names = String.join(", ", wrong);
        return wrong.isEmpty()
                ? PrincipleFinding.of(principle, code, Answer.OK, Map.of(), fine)
                : PrincipleFinding.of(principle, code, Answer.CONCERN, Map.of(data, names), concern + names + ".");
    }

    private static PrincipleFinding said(
            Principle principle, String code, Optional<Boolean> is, String fine, String concern, String unknown) {
        return is.map(isFine -> PrincipleFinding.of(
                        principle,
                        code,
                        isFine ? Answer.OK : Answer.CONCERN,
                        Map.of(code, isFine.toString()),
                        isFine ? fine : concern))
                .orElseGet(() -> unknown(principle, code, code, unknown));
    }

    private static PrincipleFinding unknown(Principle principle, String code, String missing, String sentence) {
        return PrincipleFinding.of(principle, code, Answer.UNKNOWN, Map.of("missing", missing), sentence);
    }
}
