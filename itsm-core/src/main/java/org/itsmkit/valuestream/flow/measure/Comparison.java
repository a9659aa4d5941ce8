package org.itsmkit.valuestream.flow.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value stream as it is against how it is to be: what would be gained at which step. Means are compared, as those of all steps add up, which
 * medians do not.
 *
 * @param gains each step of the stream as it is, in its order
 * @param added the names of steps that there are to be, and are not yet
 * @param rolledNow rolled per cent complete and accurate as it is; empty if nothing is known
 * @param rolledThen as it is to be
 */
public record Comparison(
        List<Gain> gains, List<String> added, Optional<Fraction> rolledNow, Optional<Fraction> rolledThen) {

    /**
     * What is gained at one step. Of what is to stay as it is, or is not known, nothing is.
     *
     * @param now as it is
     * @param then as it is to be
     * @param removed whether the step is to be no longer, and takes no time
     * @param left how often work left it in the period that was measured
     */
    public record Gain(StepTarget now, StepTarget then, boolean removed, long left) {

        public Gain {
            if (!now.step().equals(then.step()) || left < 0) {
                throw new IllegalArgumentException("these are not of one step: " + now + ", " + then);
            }
        }

        /** The name of the step. */
        public String step() {
            return now.step();
        }

        /** How much less work a visit takes; negative if more. */
        public Duration lessWork() {
            return less(now.worked(), then.worked());
        }

        /** How much less a visit waits; negative if more. */
        public Duration lessWait() {
            return less(now.waited(), then.waited());
        }

        /** How much less time a visit takes, all together; negative if more. */
        public Duration lessEach() {
            return lessWork().plus(lessWait());
        }

        /** How much less time all visits of the period would have taken; negative if more. */
        public Duration lessInAll() {
            return lessEach().multipliedBy(left);
        }

        private static Duration less(Optional<Duration> now, Optional<Duration> then) {
            return now.flatMap(is -> then.map(is::minus)).orElse(Duration.ZERO);
        }
    }

    public Comparison {
        gains = List.copyOf(gains);
        added = List.copyOf(added);
        Objects.requireNonNull(rolledNow, "rolledNow");
        Objects.requireNonNull(rolledThen, "rolledThen");
    }

    /** Against what was measured of the stream as it is to be, such as a trial; steps that it does not have are removed. */
    public static Comparison of(FlowMeasures asIs, FlowMeasures toBe) {
        Map<String, StepTarget> then = new HashMap<>();
        toBe.steps().forEach(step -> then.put(step.step(), StepTarget.of(step)));
        List<Gain> gains = new ArrayList<>();
        for (StepMeasures step : asIs.steps()) {
            StepTarget now = StepTarget.of(step);
            StepTarget none = StepTarget.of(step.step()).worked(Duration.ZERO).waited(Duration.ZERO);
            boolean stays = then.containsKey(step.step());
            gains.add(new Gain(now, then.getOrDefault(step.step(), none), !stays, step.left()));
        }
        List<String> added = toBe.steps().stream()
                .map(StepMeasures::step)
                .filter(step -> asIs.step(step).isEmpty())
                .toList();
        return new Comparison(gains, added, asIs.rolled(), toBe.rolled());
    }

    /**
     * Against targets; a step without one stays as it is.
     *
     * @throws IllegalArgumentException if two are for one step, or one for a step that is not there
     */
    public static Comparison of(FlowMeasures asIs, List<StepTarget> toBe) {
        Map<String, StepTarget> then = new HashMap<>();
        for (StepTarget target : toBe) {
            if (asIs.step(target.step()).isEmpty() || then.put(target.step(), target) != null) {
                throw new IllegalArgumentException("a target is for one step of the stream: " + target.step());
            }
        }
        List<Gain> gains = new ArrayList<>();
        for (StepMeasures step : asIs.steps()) {
            StepTarget now = StepTarget.of(step);
            gains.add(new Gain(now, then.getOrDefault(step.step(), now), false, step.left()));
        }
        Optional<Fraction> rolled = gains.stream()
                .flatMap(gain -> gain.then().completeAndAccurate().or(gain.now()::completeAndAccurate).stream())
                .reduce(Fraction::times);
        return new Comparison(gains, List.of(), asIs.rolled(), rolled);
    }

    /** How much less time all visits of the period would have taken at all steps; negative if more. */
    public Duration gained() {
        return gains.stream().map(Gain::lessInAll).reduce(Duration.ZERO, Duration::plus);
    }

    /** The steps at which something changes, that where most is gained first; steps that are alike in the order of the stream. */
    public List<Gain> greatest() {
        return gains.stream()
                .filter(gain -> !gain.lessEach().isZero() || gain.removed())
                .sorted((one, other) -> other.lessInAll().compareTo(one.lessInAll()))
                .toList();
    }

    /** Says in words what would be gained where, for a service manager. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("All together " + Sentences.length(gained()) + " would be gained.");
        for (Gain gain : greatest()) {
            sentences.add(gain.step() + (gain.removed() ? " is no more: " : ": ") + Sentences.length(gain.lessEach())
                    + " less for each (work " + Sentences.length(gain.lessWork()) + ", wait "
                    + Sentences.length(gain.lessWait()) + "), " + Sentences.length(gain.lessInAll()) + " for all "
                    + gain.left() + ".");
        }
        added.forEach(step -> sentences.add(step + " is new; what it takes is not known of the stream as it is."));
        rolledNow.ifPresent(now -> rolledThen.ifPresent(then -> sentences.add("Complete and accurate at every step: "
                + now.toPerCent(1) + " % now, " + then.toPerCent(1) + " % then.")));
        return List.copyOf(sentences);
    }
}
