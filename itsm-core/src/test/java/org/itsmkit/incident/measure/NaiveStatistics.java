package org.itsmkit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The same statistics, computed as one would by hand. */
final class NaiveStatistics {

    private NaiveStatistics() {}

    static void assertSame(DurationStatistics statistics, List<Long> seconds) {
        List<BigDecimal> micros = seconds.stream()
                .map(s -> BigDecimal.valueOf(s).movePointRight(6))
                .toList();
        assertSameMicros(statistics, micros);
    }

    static void assertSameMicros(DurationStatistics statistics, List<BigDecimal> micros) {
        assertThat(statistics.cases()).isEqualTo(micros.size());
        if (micros.isEmpty()) {
            assertThat(statistics.mean()).isEmpty();
            assertThat(statistics.median()).isEmpty();
            assertThat(statistics.percentile(90)).isEmpty();
            assertThat(statistics.least()).isEmpty();
            assertThat(statistics.most()).isEmpty();
            return;
        }
        BigDecimal n = BigDecimal.valueOf(micros.size());
        BigDecimal sum = micros.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(statistics.mean()).isEqualTo(duration(sum.divide(n, MathContext.DECIMAL128)));
        List<BigDecimal> sorted = micros.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        assertThat(statistics.median()).isEqualTo(duration(lower.add(upper).divide(BigDecimal.valueOf(2))));
        assertThat(statistics.least()).isEqualTo(duration(sorted.get(0)));
        assertThat(statistics.most()).isEqualTo(duration(sorted.get(sorted.size() - 1)));
        for (String percent : List.of("0.1", "10", "25", "50", "66.6", "90", "99.9", "100")) {
            BigDecimal enough = new BigDecimal(percent).multiply(n);
            Optional<BigDecimal> least = sorted.stream()
                    .filter(candidate -> BigDecimal.valueOf(micros.stream()
                                            .filter(m -> m.compareTo(candidate) <= 0)
                                            .count())
                                    .movePointRight(2)
                                    .compareTo(enough)
                            >= 0)
                    .findFirst();
            assertThat(statistics.percentile(Double.parseDouble(percent)))
                    .as("%s %% of %s", percent, sorted)
                    .isEqualTo(least.flatMap(NaiveStatistics::duration));
        }
    }

    private static Optional<Duration> duration(BigDecimal micros) {
        long whole = micros.setScale(0, RoundingMode.DOWN).longValueExact();
        return Optional.of(Duration.ofSeconds(whole / 1_000_000, whole % 1_000_000 * 1_000));
    }
}
