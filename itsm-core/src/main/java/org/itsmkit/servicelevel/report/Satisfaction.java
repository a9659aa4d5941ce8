package org.itsmkit.servicelevel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * How satisfied people said to be: the mean {@code (s₁ + … + sₙ) / n} of their answers. It is kept as sum and number, so what is decided
 * by it is exact.
 *
 * @param scale between what they could choose
 * @param answers how many there are
 * @param sum all of them together
 */
public record Satisfaction(Scale scale, long answers, BigDecimal sum) {

    /**
     * Between what one could choose.
     *
     * @param least the worst, inclusive
     * @param most the best, inclusive; more than {@code least}
     */
    public record Scale(BigDecimal least, BigDecimal most) {
        public Scale {
            if (least.compareTo(most) >= 0) {
                throw new IllegalArgumentException("a scale goes up, not from " + least + " to " + most);
            }
        }

        /** One of whole numbers. */
        public static Scale of(long least, long most) {
            return new Scale(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        BigDecimal require(BigDecimal score) {
            if (score.compareTo(least) < 0 || score.compareTo(most) > 0) {
                throw new IllegalArgumentException(score + " is not on the scale from " + least + " to " + most);
            }
            return score;
        }
    }

    public Satisfaction {
        Objects.requireNonNull(scale, "scale");
        BigDecimal all = BigDecimal.valueOf(answers);
        if (answers < 0
                || sum.compareTo(scale.least().multiply(all)) < 0
                || sum.compareTo(scale.most().multiply(all)) > 0) {
            throw new IllegalArgumentException(answers + " answers on that scale do not add up to " + sum);
        }
    }

    /** Gathers answers in one pass; throws {@link IllegalArgumentException} for one that is not on the scale. */
    public static Collector<Answer, ?, Satisfaction> collector(Scale scale) {
        return Collector.of(
                Gathering::new,
                (gathering, answer) -> gathering.add(scale.require(answer.score())),
                Gathering::and,
                gathering -> new Satisfaction(scale, gathering.answers, gathering.sum));
    }

    /** Whether the mean is below {@code score}, exactly; empty if nobody answered. */
    public Optional<Boolean> isBelow(BigDecimal score) {
        return answers == 0
                ? Optional.empty()
                : Optional.of(sum.compareTo(score.multiply(BigDecimal.valueOf(answers))) < 0);
    }

    /**
     * The mean with so many digits after the point, rounded down; to be shown. Empty if nobody answered.
     *
     * @param digits not negative
     */
    public Optional<BigDecimal> mean(int digits) {
        return answers == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(answers), digits, RoundingMode.FLOOR));
    }

    private static final class Gathering {
        private long answers;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal score) {
            answers++;
            sum = sum.add(score);
        }

        Gathering and(Gathering other) {
            answers += other.answers;
            sum = sum.add(other.sum);
            return this;
        }
    }
}
