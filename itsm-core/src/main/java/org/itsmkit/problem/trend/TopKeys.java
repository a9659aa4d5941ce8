package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.internal.Chance;
import org.itsmkit.problem.trend.Tested.Shown;

/**
 * Which of the keys with most incidents have more and more of them, by counts of equal periods {@code c₁ … cₘ}: the slope is that of Theil (1950) and
 * Sen (1968), the median of {@code (cⱼ − cᵢ) / (j − i)} over all {@code i < j}; whether it is above chance says the test of Mann (1945) and Kendall
 * (1975) with ties,
 *
 * <p>{@code S = Σ sign(cⱼ − cᵢ)}, {@code V = (m(m−1)(2m+5) − Σ t(t−1)(2t+5)) / 18} over the numbers {@code t} of equal counts,
 * {@code Z = (S − 1) / √V}, taken as standard normal.
 *
 * <p>Periods are counted back from the end of the window; what is left at its begin is not looked at. Which keys have most incidents does not depend
 * on when they were, so that choosing them makes no false alarms.
 *
 * @param most how many keys, 1 to {@value #MOST}; of those with equally many incidents the first by their order
 * @param period how long a period is; the window has {@value #LEAST_PERIODS} to 1,000 of them
 * @param alpha the rate of false alarms, above 0 and below 1, in the sense of the correction
 * @param correction for many keys
 */
public record TopKeys(int most, Duration period, BigDecimal alpha, Correction correction) implements TrendTest {

    /** The most keys. */
    public static final int MOST = 1_000;

    /** The least periods, for which the normal distribution is near enough. */
    public static final int LEAST_PERIODS = 8;

    public TopKeys {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("the most keys are 1 to " + MOST + ", not " + most);
        }
        Lengths.require(period, "period");
        alpha = Lengths.requireAlpha(alpha);
        Objects.requireNonNull(correction, "correction");
    }

    @Override
    public List<TrendFinding> findings(Sightings sightings) {
        Lengths.requirePeriods(sightings, period, LEAST_PERIODS);
        Map<Key, int[]> counts = new HashMap<>();
        sightings.keys().forEach(key -> counts.put(key, sightings.counts(key, period)));
        Comparator<Key> mostFirst = Comparator.comparingInt((Key key) -> -sum(counts.getOrDefault(key, new int[0])));
        List<Tested> tested = sightings.keys().stream()
                .sorted(mostFirst.thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .sorted()
                .map(key -> test(key, counts.getOrDefault(key, new int[0]), sightings))
                .toList();
        return Tested.alarms("trend.rising-count", tested, correction, alpha);
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    private Tested test(Key key, int[] counts, Sightings sightings) {
        return new Tested(key, chanceOfRise(counts), () -> shown(key, counts, sightings));
    }

    private Shown shown(Key key, int[] counts, Sightings sightings) {
        List<Sighting> inPeriods = sightings.of(key).stream()
                .filter(sighting -> sightings.place(sighting, period) >= 0)
                .toList();
        BigDecimal slope = slope(counts);
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("incidents", BigDecimal.valueOf(inPeriods.size()));
        numbers.put("slopePerPeriod", slope);
        numbers.put("kendallS", BigDecimal.valueOf(kendall(counts)));
        String sentence = "Incidents of " + key + " become more by " + slope + " in each period of "
                + Lengths.said(period) + "; there were " + inPeriods.size() + ".";
        return new Shown(Sightings.refs(inPeriods), numbers, sentence);
    }

    /** The median of the slopes between all pairs, rounded to six digits. */
    static BigDecimal slope(int[] counts) {
        List<BigDecimal> slopes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                slopes.add(BigDecimal.valueOf((long) counts[j] - counts[i])
                        .divide(BigDecimal.valueOf(j - i), 12, RoundingMode.HALF_EVEN));
            }
        }
        slopes.sort(Comparator.naturalOrder());
        BigDecimal below = slopes.get((slopes.size() - 1) / 2);
        BigDecimal above = slopes.get(slopes.size() / 2);
        return below.add(above).divide(BigDecimal.valueOf(2), 6, RoundingMode.HALF_EVEN);
    }

    static long kendall(int[] counts) {
        long s = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                s += Integer.compare(counts[j], counts[i]);
            }
        }
        return s;
    }

    static double chanceOfRise(int[] counts) {
        Map<Integer, Long> ties = new HashMap<>();
        for (int count : counts) {
            ties.merge(count, 1L, Long::sum);
        }
        long m = counts.length;
        long variance = m * (m - 1) * (2 * m + 5);
        for (long t : ties.values()) {
            variance -= t * (t - 1) * (2 * t + 5);
        }
        return variance == 0 ? 1 : Chance.normalAtLeast((kendall(counts) - 1) / StrictMath.sqrt(variance / 18.0));
    }
}
