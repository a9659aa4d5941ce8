package org.itsmkit.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.ControlReview;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Evaluation;
import org.itsmkit.improvement.evidence.Noted;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.BeforeAfter;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;

/**
 * Something that is to become better, in the register of continual improvement.
 *
 * @param number what people quote, such as CIR0000042
 * @param title in one line
 * @param description may be empty
 * @param status in which of the seven steps it is, or whether it is over
 * @param owner who sees to it
 * @param sponsor who stands behind it, if somebody is known to
 * @param about what is to become better, and where that came up
 * @param vision what it is for; empty until that is said
 * @param baselines where one stood before: one of each metric, at most {@value #MOST_METRICS}
 * @param targets where one wants to be: one of each metric, of which there is a baseline
 * @param plan what is to be done, in the order of its numbers; at most {@value #MOST_STEPS}, settled ones included
 * @param actionBegan when one began to do it, the last time; empty before
 * @param results what was measured afterwards, in the order in which it was written down; at most {@value
 *     #MOST_RESULTS}
 * @param evaluation what was said to whether one got there; empty until then, and again once one has gone back
 * @param control how what was gained is kept
 * @param reviewNoted of which review who looks was told
 * @param review what was seen when somebody last looked
 * @param expected what it should bring
 * @param realised what it brings
 * @param delay what waiting for it costs
 * @param lessons what was learned, oldest first; at most {@value #MOST_NOTES}
 * @param decisions what was decided, oldest first; at most {@value #MOST_NOTES}
 * @param parked why it stands still, while it does
 * @param createdAt when it was proposed
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record Improvement(
        String number,
        String title,
        String description,
        Status status,
        PersonId owner,
        Optional<PersonId> sponsor,
        About about,
        Optional<Vision> vision,
        List<Measurement> baselines,
        List<Target> targets,
        List<PlanStep> plan,
        Optional<Instant> actionBegan,
        List<Measurement> results,
        Optional<Evaluation> evaluation,
        Optional<ControlMeasure> control,
        Optional<LocalDate> reviewNoted,
        Optional<ControlReview> review,
        Optional<Benefit> expected,
        Optional<Benefit> realised,
        Optional<DelayEstimate> delay,
        List<Noted> lessons,
        List<Noted> decisions,
        Optional<Noted> parked,
        Instant createdAt,
        Instant updatedAt)
        implements WithImprovement {

    /** The most metrics of which there is a baseline. */
    public static final int MOST_METRICS = 20;

    /** The most steps of a plan. */
    public static final int MOST_STEPS = 100;

    /** The most measurements afterwards. */
    public static final int MOST_RESULTS = 100;

    /** The most lessons, and the most decisions. */
    public static final int MOST_NOTES = 100;

    public Improvement {
        Objects.requireNonNull(status, "status");
        baselines = List.copyOf(baselines);
        targets = List.copyOf(targets);
        plan = List.copyOf(plan);
        results = List.copyOf(results);
        lessons = List.copyOf(lessons);
        decisions = List.copyOf(decisions);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Where it stands by plan, do, check and act; empty if it is abandoned, or in a status of the tenant's own. */
    public Optional<Pdca> pdca() {
        return Pdca.of(status);
    }

    /** Whether it stands still. */
    public boolean isParked() {
        return parked.isPresent();
    }

    /** Where one stood before by that metric, as it is with its unit, if that was measured. */
    public Optional<Measurement> baseline(Metric metric) {
        return baselines.stream()
                .filter(measured -> measured.metric().equals(metric))
                .findFirst();
    }

    /**
     * Where one stands by that metric: of what was measured since one last began to act, and since what one stood at
     * before was observed, what was observed last.
     */
    public Optional<Measurement> result(Metric metric) {
        Optional<Measurement> before = baseline(metric);
        return results.stream()
                .filter(measured -> measured.metric().equals(metric)
                        && actionBegan
                                .map(began -> !measured.fromInclusive().isBefore(began))
                                .orElse(false)
                        && before.map(one -> !measured.fromInclusive().isBefore(one.toExclusive()))
                                .orElse(true))
                .reduce((one, other) -> other.toExclusive().isBefore(one.toExclusive()) ? one : other);
    }

    /**
     * Whether that metric became better, told apart from chance; empty until it was measured before and after, in the
     * same way.
     */
    public Optional<BeforeAfter> comparison(Metric metric) {
        return baseline(metric)
                .flatMap(before -> result(metric)
                        .filter(after -> EvidencePolicy.isAlike(before.observed(), after.observed()))
                        .map(after -> BeforeAfter.of(before, after)));
    }

    /** The targets of which nobody has measured whether they were reached. */
    public List<Target> unmeasured() {
        return targets.stream()
                .filter(target -> result(target.metric()).isEmpty())
                .toList();
    }

    /** The targets that were not reached, those of which nobody has measured it among them. */
    public List<Target> missed() {
        return targets.stream()
                .filter(target -> !result(target.metric())
                        .map(measured -> target.isMetBy(measured.value()))
                        .orElse(false))
                .toList();
    }

    /** The step of that number, if there is one. */
    public Optional<PlanStep> step(int stepNumber) {
        return plan.stream().filter(step -> step.number() == stepNumber).findFirst();
    }

    /** As something that may be done next; empty if nobody has said what waiting for it costs. */
    public Optional<Candidate> candidate() {
        return delay.map(estimate -> estimate.candidate(number));
    }

    /** When a look is due of which nobody was told. */
    Optional<Instant> reviewDue() {
        return control.filter(measure -> !reviewNoted.equals(Optional.of(measure.nextReview())))
                .map(ControlMeasure::reviewDue);
    }

    Improvement moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt());
    }

    /** With {@code measured} in the stead of what was measured before by its metric, or behind all others. */
    Improvement from(Measurement measured) {
        return withBaselines(replaced(
                baselines,
                measured,
                one -> one.metric().code().equals(measured.metric().code())));
    }

    Improvement aimingAt(Target target) {
        return withTargets(replaced(
                targets,
                target,
                one -> one.metric().code().equals(target.metric().code())));
    }

    Improvement withStep(int stepNumber, UnaryOperator<PlanStep> change) {
        return withPlan(plan.stream()
                .map(step -> step.number() == stepNumber ? change.apply(step) : step)
                .toList());
    }

    private static <T> List<T> replaced(List<T> all, T by, Predicate<T> isReplaced) {
        List<T> changed = new ArrayList<>(all);
        changed.replaceAll(one -> isReplaced.test(one) ? by : one);
        return changed.contains(by) ? changed : and(all, by);
    }

    static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    public static final class Builder extends ImprovementBuilder {
        Builder() {}
    }
}
