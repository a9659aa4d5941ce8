package org.itsmkit.valuestream.flow.measure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a step is to be.
 *
 * @param step its name
 * @param worked how long a piece of work is worked on there on average; empty if that stays as it is; not negative
 * @param waited how long it waits there, and in front of it, on average; likewise
 * @param completeAndAccurate what share of what it hands on does not come back, 0 to 1; empty if that stays as it is
 */
public record StepTarget(
        String step, Optional<Duration> worked, Optional<Duration> waited, Optional<Fraction> completeAndAccurate) {

    /** Throws {@link IllegalArgumentException} outside of the bounds. */
    public StepTarget {
        Objects.requireNonNull(step, "step");
        if (worked.filter(Duration::isNegative).isPresent()
                || waited.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("nothing takes less than no time: " + step);
        }
        if (completeAndAccurate
                .filter(share -> share.signum() < 0 || share.compareTo(Fraction.ONE) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("a share is 0 to 1: " + step);
        }
    }

    /** One in which nothing changes yet. */
    public static StepTarget of(String step) {
        return new StepTarget(step, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this, where a piece of work is worked on so long. */
    public StepTarget worked(Duration mean) {
        return new StepTarget(step, Optional.of(mean), waited, completeAndAccurate);
    }

    /** Returns this, where a piece of work waits so long. */
    public StepTarget waited(Duration mean) {
        return new StepTarget(step, worked, Optional.of(mean), completeAndAccurate);
    }

    /** Returns this, where so much does not come back. */
    public StepTarget completeAndAccurate(Fraction share) {
        return new StepTarget(step, worked, waited, Optional.of(share));
    }

    /** How the step was measured to be: its means. Empty where nothing left, and where nothing was handed on. */
    static StepTarget of(StepMeasures measures) {
        return new StepTarget(
                measures.step(), measures.worked().mean(), meanWait(measures), measures.completeAndAccurate());
    }

    /** Two means are of the same cases, and so is their sum. */
    static Optional<Duration> meanWait(StepMeasures measures) {
        return measures.waited()
                .mean()
                .flatMap(waited -> measures.queued().mean().map(waited::plus));
    }
}
