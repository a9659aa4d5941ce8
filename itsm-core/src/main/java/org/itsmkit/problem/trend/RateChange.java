package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.internal.Chance;
import org.itsmkit.problem.trend.Tested.Shown;

/**
 * Whether incidents came more often at the end of the window than before, by the conditional test of two Poisson rates (Przyborowski and Wilenski
 * 1940): if the rate was the same, each of {@code n} incidents is in the recent part with the probability {@code q = recent / window}, so {@code x} or
 * more of them are with
 *
 * <p>{@code p = Σ C(n,i) qⁱ (1−q)^(n−i)} over {@code i} from {@code x} to {@code n}.
 *
 * <p>That is exact for any number of incidents, and as counts are whole numbers false alarms are rarer than the rate says. Keys with fewer than
 * {@code least} incidents are not compared; this does not depend on when they were, and so makes no false alarms.
 *
 * @param recent how long the recent part is, at the end of the window; shorter than it
 * @param least the least incidents of a key in the whole window, 1 or more
 * @param alpha the rate of false alarms, above 0 and below 1, in the sense of the correction
 * @param correction for many keys
 */
public record RateChange(Duration recent, int least, BigDecimal alpha, Correction correction) implements TrendTest {

    public RateChange {
        Lengths.require(recent, "recent");
        if (least < 1) {
            throw new IllegalArgumentException("the least incidents are 1 or more, not " + least);
        }
        alpha = Lengths.requireAlpha(alpha);
        Objects.requireNonNull(correction, "correction");
    }

    @Override
    public List<TrendFinding> findings(Sightings sightings) {
        Duration whole = sightings.window().length();
        if (recent.compareTo(whole) >= 0) {
            throw new IllegalArgumentException("of a window of " + whole + " a part is recent, not " + recent);
        }
        Instant since = sightings.window().toExclusive().minus(recent);
        double share = micros(recent) / micros(whole);
        List<Tested> tested = new ArrayList<>();
        for (Key key : sightings.keys()) {
            List<Sighting> all = sightings.of(key);
            if (all.size() >= least) {
                List<Sighting> late =
                        all.stream().filter(s -> !s.at().isBefore(since)).toList();
                double p = Chance.binomialAtLeast(late.size(), all.size(), share);
                tested.add(new Tested(key, p, () -> shown(key, late, all.size() - late.size(), whole)));
            }
        }
        return Tested.alarms("trend.rate-change", tested, correction, alpha);
    }

    private Shown shown(Key key, List<Sighting> late, int before, Duration whole) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("recent", BigDecimal.valueOf(late.size()));
        numbers.put("before", BigDecimal.valueOf(before));
        numbers.put("recentShareOfWindow", Chance.said(micros(recent) / micros(whole)));
        String sentence = "Of " + key + " there were " + late.size() + " incidents in the last " + recent + ", and "
                + before + " in the " + whole.minus(recent) + " before.";
        return new Shown(Sightings.refs(late), numbers, sentence);
    }

    private static double micros(Duration duration) {
        return duration.getSeconds() * 1e6 + duration.getNano() / 1e3;
    }
}
