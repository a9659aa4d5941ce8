package org.itsmkit.problem.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CusumTest {

    private static final CusumDesign TWO = CusumDesign.of(new BigDecimal("2"), new BigDecimal("2"), 200);

    @Test
    void theReferenceIsBetweenBothMeans() {
        // (4 − 2) / ln 2 = 2.885, up to the next quarter
        assertThat(TWO.reference()).isEqualByComparingTo("3");
        assertThat(TWO.averageRunLength()).isGreaterThanOrEqualTo(new BigDecimal("200"));
        CusumChain shorter = new CusumChain(
                2, 4, 12, TWO.interval().multiply(new BigDecimal("4")).intValueExact() - 1);
        assertThat(shorter.averageRunLength()).isLessThan(200);
    }

    /** All that four periods can bring, with sums in plain arithmetic. */
    @Test
    void falseAlarmsAreThoseOfAllSequences() {
        CusumDesign half = CusumDesign.of(new BigDecimal("0.5"), new BigDecimal("3"), 20);
        double k = half.reference().doubleValue();
        double h = half.interval().doubleValue();

        assertThat(half.falseAlarmWithin(4).doubleValue()).isCloseTo(alarm(0, 4, 0.5, k, h), within(1e-9));
        assertThat(half.falseAlarmWithin(0)).isEqualByComparingTo("0");
    }

    private static double alarm(double sum, int periods, double mean, double k, double h) {
        double alarm = 0;
        double probability = Math.exp(-mean);
        for (int x = 0; periods > 0 && x < 30; x++) {
            double next = Math.max(0, sum + x - k);
            alarm += probability * (next >= h - 1e-9 ? 1 : alarm(next, periods - 1, mean, k, h));
            probability *= mean / (x + 1);
        }
        return alarm;
    }

    /** The mean of 1,000 run lengths; one is nearly geometric, so that its deviation is about its mean. */
    @Test
    void runLengthsAreThoseOfSimulation() {
        Random random = Incidents.random();
        for (CusumDesign design : List.of(
                TWO,
                CusumDesign.of(new BigDecimal("0.3"), new BigDecimal("1.5"), 100),
                CusumDesign.of(new BigDecimal("12"), new BigDecimal("1.5"), 100))) {
            double mean = design.mean().doubleValue();
            double k = design.reference().doubleValue();
            double h = design.interval().doubleValue();
            long periods = 0;
            for (int run = 0; run < 1_000; run++) {
                double sum = 0;
                while (sum < h - 1e-9) {
                    int x = 0;
                    for (double left = Math.exp(-mean), at = random.nextDouble();
                            at > left && x < 100;
                            left *= mean / x) {
                        at -= left;
                        x++;
                    }
                    sum = Math.max(0, sum + x - k);
                    periods++;
                }
            }
            double expected = design.averageRunLength().doubleValue();
            assertThat(periods / 1_000.0).isCloseTo(expected, within(5 * expected / Math.sqrt(1_000)));
        }
    }

    @Test
    void aRiseIsTracedToItsBegin() {
        Incidents incidents = new Incidents();
        for (int day = 0; day < 84; day++) {
            for (int i = 0; i < (day < 70 ? 1 : 5); i++) {
                incidents.add("mail", day + i / 10.0);
            }
        }
        RateCusum chart = new RateCusum(Duration.ofDays(1), 42, new BigDecimal("2"), 500);

        assertThat(chart.findings(incidents.sightings())).singleElement().satisfies(finding -> {
            assertThat(finding.numbers().get("risenSincePeriod")).isEqualByComparingTo("71");
            assertThat(finding.evidence()).startsWith(Incidents.ref(70)).hasSizeBetween(10, 15);
            assertThat(finding.evidence().size() % 5).isZero();
            assertThat(finding.numbers().get("sum")).isGreaterThanOrEqualTo(finding.threshold());
        });
    }

    @Test
    void nonsenseIsNoChart() {
        BigDecimal two = new BigDecimal("2");
        assertThatIllegalArgumentException().isThrownBy(() -> CusumDesign.of(BigDecimal.ZERO, two, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> CusumDesign.of(two, BigDecimal.ONE, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> CusumDesign.of(two, two, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateCusum(Duration.ofDays(1), 0, two, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RateCusum(Duration.ofDays(7), 12, two, 100).findings(new Incidents().sightings()));
    }
}
