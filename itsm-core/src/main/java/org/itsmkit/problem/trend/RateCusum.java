package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.internal.Chance;

/**
 * Whether the rate has risen since the begin of the window, period by period, by a {@linkplain CusumDesign chart of cumulated sums}: it notices a small
 * lasting rise which no single period shows. The first periods of the window say how many incidents there are without a rise; the chart goes
 * through the others.
 *
 * <p>As few periods do not tell the mean exactly, it is taken as the upper limit that it does not exceed with a confidence of 95 per cent (Garwood
 * 1936). So with that confidence, a key without a rise raises a false alarm after {@code averageRunLength} periods on average or later. This holds
 * for each key by itself and is not corrected for many: of {@code m} keys without a rise, about {@code m · periods / averageRunLength} at most raise one.
 *
 * <p>Evidence are the incidents since the sum was last zero, which is also the best guess of when the rise began.
 *
 * @param period how long a period is; the window has 1,000 of them at most
 * @param baseline how many periods say how it was, 1 or more; the window has more
 * @param ratio how many times the mean is to be noticed quickly, 1.2 to 10
 * @param averageRunLength how many periods a false alarm comes after on average, 10 to 100,000
 */
public record RateCusum(Duration period, int baseline, BigDecimal ratio, long averageRunLength) implements TrendTest {

    private static final double CONFIDENCE = 0.95;

    public RateCusum {
        Lengths.require(period, "period");
        if (baseline < 1) {
            throw new IllegalArgumentException("a baseline has 1 period or more, not " + baseline);
        }
        ratio = ratio.stripTrailingZeros();
        CusumDesign.of(BigDecimal.ONE, ratio, averageRunLength);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if a key has too many incidents in a period: shorter ones are needed then
     */
    @Override
    public List<TrendFinding> findings(Sightings sightings) {
        Lengths.requirePeriods(sightings, period, baseline + 1);
        Map<Integer, CusumDesign> designs = new HashMap<>();
        List<TrendFinding> findings = new ArrayList<>();
        for (Key key : sightings.keys()) {
            int[] counts = sightings.counts(key, period);
            int before = 0;
            for (int i = 0; i < baseline; i++) {
                before += counts[i];
            }
            CusumDesign design = designs.computeIfAbsent(before, this::design);
            finding(key, counts, design, sightings).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    private CusumDesign design(int before) {
        return CusumDesign.of(
                Chance.said(Counts.poissonUpperLimit(before, CONFIDENCE) / baseline), ratio, averageRunLength);
    }

    private Optional<TrendFinding> finding(Key key, int[] counts, CusumDesign design, Sightings sightings) {
        BigDecimal sum = BigDecimal.ZERO;
        int since = baseline;
        for (int i = baseline; i < counts.length; i++) {
            since = sum.signum() == 0 ? i : since;
            sum = design.next(sum, counts[i]);
            if (sum.compareTo(design.interval()) >= 0) {
                return Optional.of(alarm(key, since, i, sum, design, sightings));
            }
        }
        return Optional.empty();
    }

    private TrendFinding alarm(Key key, int since, int alarm, BigDecimal sum, CusumDesign design, Sightings sightings) {
        List<Sighting> risen = sightings.of(key).stream()
                .filter(sighting -> {
                    int place = sightings.place(sighting, period);
                    return place >= since && place <= alarm;
                })
                .toList();
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("meanOfPeriodAtMost", design.mean());
        numbers.put("reference", design.reference());
        numbers.put("sum", sum);
        numbers.put("risenSincePeriod", BigDecimal.valueOf(since + 1L));
        numbers.put("alarmInPeriod", BigDecimal.valueOf(alarm + 1L));
        numbers.put("averageRunLength", design.averageRunLength());
        String sentence = "Of " + key + " there were " + risen.size() + " incidents in " + (alarm - since + 1)
                + " periods of " + Lengths.said(period) + ", which is above the "
                + design.mean().setScale(2, RoundingMode.HALF_EVEN)
                + " that a period had before at most; without a rise this comes once in "
                + design.averageRunLength().toBigInteger() + " periods.";
        return new TrendFinding(
                "trend.rate-risen", key, Sightings.refs(risen), numbers, Optional.empty(), design.interval(), sentence);
    }
}
