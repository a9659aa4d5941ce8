package org.itsmkit.governance.monitor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.itsmkit.governance.Observation;
import org.itsmkit.governance.Target;
import org.itsmkit.spi.Micros;

/**
 * The straight line that fits observations best, by the least sum of squares of what it misses them by (ordinary least squares). With times
 * {@code x} in microseconds and values {@code y} of {@code n} observations its slope is {@code (n Σxy - Σx Σy) / (n Σx² - (Σx)²)}. All sums
 * are exact.
 */
final class LeastSquares {

    private LeastSquares() {}

    /**
     * When the line reaches the goal, rounded up to a whole microsecond; it may lie before the last observation. Empty if there are fewer
     * than two observations, if the line does not lead towards the goal, or if it reaches it beyond {@link Micros#MAX}.
     */
    static Optional<Instant> reaches(Target target, List<Observation> observations) {
        if (observations.size() < 2) {
            return Optional.empty();
        }
        Instant origin = observations.get(0).at();
        BigDecimal n = BigDecimal.valueOf(observations.size());
        BigDecimal sumX = BigDecimal.ZERO;
        BigDecimal sumY = BigDecimal.ZERO;
        BigDecimal sumXx = BigDecimal.ZERO;
        BigDecimal sumXy = BigDecimal.ZERO;
        for (Observation one : observations) {
            BigDecimal x = micros(origin, one.at());
            sumX = sumX.add(x);
            sumY = sumY.add(one.value());
            sumXx = sumXx.add(x.multiply(x));
            sumXy = sumXy.add(x.multiply(one.value()));
        }
        BigDecimal spread = n.multiply(sumXx).subtract(sumX.multiply(sumX));
        BigDecimal rise = n.multiply(sumXy).subtract(sumX.multiply(sumY));
        boolean leadsThere = spread.signum() > 0 && rise.signum() == (target.rises() ? 1 : -1);
        if (!leadsThere) {
            return Optional.empty();
        }
        // From y = Σy/n + rise/spread (x - Σx/n), with y the goal.
        BigDecimal x = sumX.multiply(rise)
                .add(n.multiply(target.goal()).subtract(sumY).multiply(spread))
                .divide(n.multiply(rise), 0, RoundingMode.CEILING);
        BigDecimal latest = micros(origin, Micros.MAX);
        BigDecimal earliest = micros(origin, Micros.MIN);
        return x.compareTo(latest) > 0 || x.compareTo(earliest) < 0
                ? Optional.empty()
                : Optional.of(origin.plus(x.longValueExact(), ChronoUnit.MICROS));
    }

    /** In whole microseconds, as observations are; however long that is. */
    private static BigDecimal micros(Instant from, Instant to) {
        return BigDecimal.valueOf(to.getEpochSecond() - from.getEpochSecond())
                .movePointRight(6)
                .add(BigDecimal.valueOf((to.getNano() - from.getNano()) / 1_000));
    }
}
