package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.calendar.Window;
import org.itsmkit.internal.Chance;
import org.itsmkit.problem.trend.Tested.Shown;

/**
 * Whether the time between failures gets shorter, by Laplace's test of a trend in a point process (Laplace 1773; Cox and Lewis 1966): with {@code n}
 * incidents at {@code t₁ … tₙ} since the begin of a window of length {@code T},
 *
 * <p>{@code U = (Σ tᵢ − n T / 2) / (T √(n / 12))}.
 *
 * <p>If they come at a steady rate, the instants are uniform in the window and {@code Σ tᵢ / T} has the Irwin–Hall distribution, which is used
 * exactly for {@code n} up to {@value #EXACT}; beyond, {@code U} is taken as standard normal, which errs towards fewer alarms, as sums of uniform
 * variables have lighter tails.
 *
 * @param least the least incidents of a key, {@value #LEAST} or more; keys with fewer are not tested
 * @param alpha the rate of false alarms, above 0 and below 1, in the sense of the correction
 * @param correction for many keys
 */
public record FallingMtbf(int least, BigDecimal alpha, Correction correction) implements TrendTest {

    /** The least number of incidents that show a trend. */
    public static final int LEAST = 4;

    /** Up to how many incidents the probability is exact. */
    public static final int EXACT = 30;

    public FallingMtbf {
        if (least < LEAST) {
            throw new IllegalArgumentException("the least incidents are " + LEAST + " or more, not " + least);
        }
        alpha = Lengths.requireAlpha(alpha);
        Objects.requireNonNull(correction, "correction");
    }

    @Override
    public List<TrendFinding> findings(Sightings sightings) {
        List<Tested> tested = new ArrayList<>();
        for (Key key : sightings.keys()) {
            List<Sighting> all = sightings.of(key);
            if (all.size() >= least) {
                tested.add(test(key, all, sightings.window()));
            }
        }
        return Tested.alarms("trend.falling-mtbf", tested, correction, alpha);
    }

    private static Tested test(Key key, List<Sighting> all, Window window) {
        int n = all.size();
        long length = micros(window.length());
        BigInteger sum = BigInteger.ZERO;
        for (Sighting sighting : all) {
            sum = sum.add(BigInteger.valueOf(ChronoUnit.MICROS.between(window.fromInclusive(), sighting.at())));
        }
        double u = statistic(n, length, sum);
        BigDecimal place = place(n, length, sum);
        BigInteger fromEnd =
                BigInteger.valueOf(length).multiply(BigInteger.valueOf(n)).subtract(sum);
        double p =
                n <= EXACT ? Counts.uniformSumAtMost(n, BigInteger.valueOf(length), fromEnd) : Chance.normalAtLeast(u);
        return new Tested(key, p, () -> shown(key, all, u, place));
    }

    /** Where in the window they are on average, from 0 to 1. */
    private static BigDecimal place(int n, long length, BigInteger sum) {
        BigDecimal most = BigDecimal.valueOf(length).multiply(BigDecimal.valueOf(n));
        return new BigDecimal(sum).divide(most, 2, RoundingMode.HALF_EVEN);
    }

    private static Shown shown(Key key, List<Sighting> all, double u, BigDecimal place) {
        int n = all.size();
        BigDecimal early = meanTimeBetween(all.subList(0, (n + 1) / 2));
        BigDecimal late = meanTimeBetween(all.subList(n / 2, n));
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("incidents", BigDecimal.valueOf(n));
        numbers.put("laplace", Chance.said(u));
        numbers.put("mtbfHoursFirstHalf", early);
        numbers.put("mtbfHoursSecondHalf", late);
        // The time before the first counts too: those of the second half may be further apart than those of the first.
        String sentence = "The " + n + " incidents of " + key + " come towards the end of the window, on average at "
                + place
                + " of it where a steady rate has 0.50; there are " + early + " hours between those of the first half, "
                + late + " between those of the second.";
        return new Shown(Sightings.refs(all), numbers, sentence);
    }

    private static double statistic(int n, long length, BigInteger sum) {
        BigDecimal middle =
                BigDecimal.valueOf(length).multiply(BigDecimal.valueOf(n)).divide(BigDecimal.valueOf(2));
        double apart = new BigDecimal(sum)
                .subtract(middle)
                .divide(BigDecimal.valueOf(length), MathContext.DECIMAL128)
                .doubleValue();
        return apart / StrictMath.sqrt(n / 12.0);
    }

    private static BigDecimal meanTimeBetween(List<Sighting> some) {
        Duration whole =
                Duration.between(some.get(0).at(), some.get(some.size() - 1).at());
        return Lengths.hours(whole).divide(BigDecimal.valueOf(some.size() - 1), 2, RoundingMode.HALF_EVEN);
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
