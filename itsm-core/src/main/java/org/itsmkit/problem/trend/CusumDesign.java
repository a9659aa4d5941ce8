package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.itsmkit.internal.Chance;

/**
 * A chart of cumulated sums for counts (Page 1954; for Poisson counts Lucas 1985): with the count {@code x} of each period,
 *
 * <p>{@code S ← max(0, S + x − k)}, from {@code S = 0} on, and an alarm at {@code S ≥ h}.
 *
 * <p>The reference value is {@code k = (μ₁ − μ₀) / (ln μ₁ − ln μ₀)}, rounded up to a multiple of a step so that {@code S} has few values; {@code μ₀} is
 * the mean of a period, {@code μ₁} one that is to be noticed quickly. The decision interval {@code h} is the least multiple of the step for which the
 * average run length without any change, that is the mean number of periods until a false alarm, is as great as wanted. It is worked out by the Markov
 * chain of the values of {@code S} (Brook and Evans 1972) for the mean and the {@code k} that were rounded, and so is no approximation but for
 * the arithmetic.
 *
 * @param mean of a period, {@code μ₀}
 * @param reference {@code k}
 * @param interval {@code h}
 * @param averageRunLength the mean number of periods until a false alarm, as it is with this
 */
public record CusumDesign(BigDecimal mean, BigDecimal reference, BigDecimal interval, BigDecimal averageRunLength) {

    /** The greatest mean of a period. */
    public static final int GREATEST_MEAN = 1_000;

    private static final int MOST_STATES = 1_200;

    /**
     * Designs one.
     *
     * @param mean of a period, {@code μ₀}, above 0, at most {@value #GREATEST_MEAN}
     * @param ratio {@code μ₁ / μ₀}, 1.2 to 10
     * @param averageRunLength how many periods a false alarm comes after on average, 10 to 100,000
     * @throws IllegalArgumentException if that is not so
     */
    public static CusumDesign of(BigDecimal mean, BigDecimal ratio, long averageRunLength) {
        if (mean.signum() <= 0 || mean.compareTo(BigDecimal.valueOf(GREATEST_MEAN)) > 0) {
            throw new IllegalArgumentException("a mean is above 0 and at most " + GREATEST_MEAN + ", not " + mean);
        }
        if (ratio.compareTo(new BigDecimal("1.2")) < 0 || ratio.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("a ratio is 1.2 to 10, not " + ratio);
        }
        if (averageRunLength < 10 || averageRunLength > 100_000) {
            throw new IllegalArgumentException("an average run length is 10 to 100,000, not " + averageRunLength);
        }
        int steps = stepsPerIncident(mean);
        double rounded = mean.doubleValue();
        double k = rounded * (ratio.doubleValue() - 1) / StrictMath.log(ratio.doubleValue());
        int reference = (int) StrictMath.ceil(k * steps);
        int low = 0;
        int high = 1;
        while (new CusumChain(rounded, steps, reference, high).averageRunLength() < averageRunLength) {
            low = high;
            high *= 2;
            if (high > MOST_STATES) {
                throw new IllegalArgumentException("no chart of reasonable size for a mean of " + mean);
            }
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            boolean enough = new CusumChain(rounded, steps, reference, middle).averageRunLength() >= averageRunLength;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return new CusumDesign(
                mean,
                fraction(reference, steps),
                fraction(high, steps),
                Chance.said(new CusumChain(rounded, steps, reference, high).averageRunLength()));
    }

    /** Few values of the sum are enough where a period has many incidents. */
    private static int stepsPerIncident(BigDecimal mean) {
        return mean.compareTo(BigDecimal.ONE) < 0 ? 10 : mean.compareTo(BigDecimal.TEN) < 0 ? 4 : 1;
    }

    private static BigDecimal fraction(int multiple, int steps) {
        return BigDecimal.valueOf(multiple).divide(BigDecimal.valueOf(steps), 2, RoundingMode.UNNECESSARY);
    }

    /** The probability of a false alarm within so many periods, if each has this mean. */
    public BigDecimal falseAlarmWithin(int periods) {
        int steps = stepsPerIncident(mean);
        CusumChain chain =
                new CusumChain(mean.doubleValue(), steps, multiple(reference, steps), multiple(interval, steps));
        return Chance.said(chain.alarmWithin(periods));
    }

    private static int multiple(BigDecimal number, int steps) {
        return number.multiply(BigDecimal.valueOf(steps)).intValueExact();
    }

    /** The sum after a period with so many incidents. */
    BigDecimal next(BigDecimal sum, int count) {
        return sum.add(BigDecimal.valueOf(count)).subtract(reference).max(BigDecimal.ZERO);
    }
}
