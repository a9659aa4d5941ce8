package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Where work waits most for what goes through: the step with the most waiting work per throughput. As both are over the same period, that is
 * {@code waiting / left}, how long work waited there, and in front of it, for each piece that left. A step at which work waits and that nothing
 * left is worse than all others. Of steps that are alike, the one at which more waits comes first, then the first by name.
 *
 * @param step its name
 * @param waiting how long work waited there in the period, and in front of it, all together; positive
 * @param left how often work left
 */
public record Bottleneck(String step, Duration waiting, long left) {

    public Bottleneck {
        Objects.requireNonNull(step, "step");
        if (waiting.isNegative() || waiting.isZero() || left < 0) {
            throw new IllegalArgumentException("work waits at a bottleneck: " + step);
        }
    }

    /** All at which work waited, the worst first. */
    static List<Bottleneck> ranked(List<StepMeasures> steps) {
        return steps.stream()
                .filter(step -> !step.waiting().isZero())
                .map(step -> new Bottleneck(step.step(), step.waiting(), step.left()))
                .sorted(Comparator.<Bottleneck, Fraction>comparing(Bottleneck::leftPerWaiting)
                        .thenComparing(Bottleneck::waiting, Comparator.reverseOrder())
                        .thenComparing(Bottleneck::step))
                .toList();
    }

    /** Upside down, so that nothing is divided by 0: the least is the worst. */
    private Fraction leftPerWaiting() {
        return new Fraction(BigInteger.valueOf(left), Fraction.nanos(waiting));
    }

    /** The evidence, in words. */
    public String sentence() {
        return "Work waits most at " + step + ": " + Sentences.length(waiting) + " all together, while "
                + (left == 0
                        ? "nothing left."
                        : left + " left, which is " + Sentences.length(waiting.dividedBy(left)) + " for each.");
    }
}
