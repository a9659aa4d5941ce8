package org.itsmkit.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * How long things took: the number of cases {@code n}, and over the durations {@code d₁ ≤ … ≤ dₙ}
 *
 * <ul>
 *   <li>the mean {@code (d₁ + … + dₙ) / n}, rounded down to the microsecond;
 *   <li>the median {@code d₍ₙ₊₁₎⸝₂} for odd {@code n}, else half of {@code dₙ⸝₂ + dₙ⸝₂₊₁}, rounded down to the microsecond;
 *   <li>the {@code p}-th percentile {@code d₍⌈n·p/100⌉₎} (nearest rank): the least duration that at least {@code p} per cent of the cases
 *       do not exceed.
 * </ul>
 *
 * <p>Number and sum are kept as durations come in; the durations themselves are kept too, in about 30 bytes each, for the median. Nothing
 * is known of no cases. Durations are not negative. Immutable; safe for use by many threads.
 */
public final class DurationStatistics {

    private final List<Duration> sorted;
    private final Duration sum;

    private DurationStatistics(Collection<Duration> durations, Duration sum) {
        this.sorted = durations.stream().sorted().toList();
        this.sum = sum;
    }

    /**
     * The statistics of {@code durations}, in any order.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public static DurationStatistics of(Collection<Duration> durations) {
        return durations.stream().collect(collector());
    }

    /** Gathers durations in one pass; throws {@link IllegalArgumentException} for a negative one. */
    public static Collector<Duration, ?, DurationStatistics> collector() {
        return Collector.of(Gathering::new, Gathering::add, Gathering::and, Gathering::end);
    }

    /** How many there are. */
    public int cases() {
        return sorted.size();
    }

    /** All of them together. */
    public Duration sum() {
        return sum;
    }

    /** The shortest. */
    public Optional<Duration> least() {
        return sorted.stream().findFirst();
    }

    /** The longest. */
    public Optional<Duration> most() {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() - 1));
    }

    /** The mean, as above. */
    public Optional<Duration> mean() {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(microseconds(sum.dividedBy(sorted.size())));
    }

    /** The median, as above. */
    public Optional<Duration> median() {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = sorted.get(sorted.size() / 2);
        return Optional.of(
                sorted.size() % 2 == 1
                        ? upper
                        : microseconds(
                                sorted.get(sorted.size() / 2 - 1).plus(upper).dividedBy(2)));
    }

    /**
     * The percentile, as above.
     *
     * @param percent above 0, at most 100; taken as the decimal number that it is printed as
     * @throws IllegalArgumentException if it is another
     */
    public Optional<Duration> percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percent);
        }
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = BigDecimal.valueOf(percent)
                .multiply(BigDecimal.valueOf(sorted.size()))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return Optional.of(sorted.get(rank - 1));
    }

    private static Duration microseconds(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return sorted.isEmpty() ? "no cases" : cases() + " cases, mean " + mean().get() + ", median " + median().get();
    }

    /** What has come in. */
    private static final class Gathering {
        private final List<Duration> durations = new ArrayList<>();
        private Duration sum = Duration.ZERO;

        void add(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a duration is not negative: " + duration);
            }
            durations.add(duration);
            sum = sum.plus(duration);
        }

        Gathering and(Gathering other) {
            durations.addAll(other.durations);
            sum = sum.plus(other.sum);
            return this;
        }

        DurationStatistics end() {
            return new DurationStatistics(durations, sum);
        }
    }
}
