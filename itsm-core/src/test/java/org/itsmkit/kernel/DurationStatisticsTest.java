package org.itsmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.itsmkit.fixture.NaiveStatistics;

class DurationStatisticsTest {

    @Property(tries = 500)
    void theyAreWhatOneComputesByHand(@ForAll @Size(max = 120) List<@LongRange(min = 0, max = 1L << 52) Long> micros) {
        DurationStatistics statistics =
                micros.stream().map(m -> Duration.of(m, ChronoUnit.MICROS)).collect(DurationStatistics.collector());
        NaiveStatistics.assertSameMicros(
                statistics, micros.stream().map(BigDecimal::valueOf).toList());
        DurationStatistics inParallel = micros.parallelStream()
                .map(m -> Duration.of(m, ChronoUnit.MICROS))
                .collect(DurationStatistics.collector());
        assertThat(inParallel.mean()).isEqualTo(statistics.mean());
        assertThat(inParallel.median()).isEqualTo(statistics.median());
    }

    @Example
    void aThousandCasesHaveTheirOwnPermille() {
        List<Duration> seconds =
                LongStream.rangeClosed(1, 1_000).mapToObj(Duration::ofSeconds).toList();
        assertThat(DurationStatistics.of(seconds).percentile(99.9)).contains(Duration.ofSeconds(999));
        assertThat(DurationStatistics.of(seconds).percentile(0.01)).contains(Duration.ofSeconds(1));
        assertThat(DurationStatistics.of(seconds).median()).contains(Duration.ofMillis(500_500));
    }

    @Example
    void manyLongOnesDoNotOverflow() {
        Duration longest = Duration.ofDays(365L * 500_000);
        DurationStatistics statistics = DurationStatistics.of(Collections.nCopies(1_000, longest));
        assertThat(statistics.mean()).contains(longest);
        assertThat(statistics.median()).contains(longest);
    }

    @Example
    void nonsenseIsRefused() {
        DurationStatistics one = DurationStatistics.of(List.of(Duration.ofSeconds(1)));
        for (double percent : new double[] {0, -1, 100.1, Double.NaN}) {
            assertThatThrownBy(() -> one.percentile(percent)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DurationStatistics.of(List.of(Duration.ofSeconds(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
