package org.itsmkit.improvement.metric;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * By what one sees whether a critical success factor is met: a key performance indicator.
 *
 * @param code unique within its tree, by {@link Keys#requireCode}
 * @param title in one line
 * @param factor the code of the factor above it
 * @param weight how much it counts where the factor is judged by weights, above 0 and at most 1; not looked at
 *     elsewhere
 * @param metric the code of what is measured for it
 * @param thresholds which values are good
 * @param fresh how long what was measured is good for; positive. A reading exactly as old is still fresh.
 */
public record Indicator(
        String code,
        String title,
        String factor,
        BigDecimal weight,
        String metric,
        Thresholds thresholds,
        Duration fresh) {

    public Indicator {
        Keys.requireCode(code, "indicator");
        Objects.requireNonNull(title, "title");
        Keys.requireCode(factor, "factor");
        SuccessFactor.requireWeight(weight);
        Keys.requireCode(metric, "metric");
        Objects.requireNonNull(thresholds, "thresholds");
        if (fresh.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("fresh must be positive, but is " + fresh);
        }
    }

    /** One that counts as much as it can. */
    public static Indicator of(
            String code, String title, String factor, String metric, Thresholds thresholds, Duration fresh) {
        return new Indicator(code, title, factor, BigDecimal.ONE, metric, thresholds, fresh);
    }

    /** Returns this with another weight. */
    public Indicator weighing(String newWeight) {
        return new Indicator(code, title, factor, new BigDecimal(newWeight), metric, thresholds, fresh);
    }
}
