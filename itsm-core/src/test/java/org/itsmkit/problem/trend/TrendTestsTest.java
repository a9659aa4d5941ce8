package org.itsmkit.problem.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** Each question by itself. */
class TrendTestsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final BigDecimal ALPHA = new BigDecimal("0.05");

    @Test
    void whatComesBackWithinAWeekIsARecurrence() {
        Incidents printer = new Incidents()
                .add("printer", 3)
                .add("printer", 20)
                .add("printer", 25)
                .add("printer", 26.99);
        Recurrence threeInAWeek = new Recurrence(3, Duration.ofDays(7));

        assertThat(threeInAWeek.findings(printer.sightings())).singleElement().satisfies(finding -> {
            assertThat(finding.evidence()).containsExactly(Incidents.ref(1), Incidents.ref(2), Incidents.ref(3));
            assertThat(finding.sentence())
                    .isEqualTo("Of ci printer there were up to 3 incidents within 7 days; 3 are called a recurrence.");
        });
        // A week later is no longer within a week.
        assertThat(threeInAWeek.findings(
                        new Incidents().add("x", 1).add("x", 5).add("x", 8).sightings()))
                .isEmpty();
    }

    @Test
    void recurrencesAreWhatEveryWindowShows() {
        Seeds.each(200, random -> {
            Incidents incidents = new Incidents();
            for (int i = random.nextInt(25); i > 0; i--) {
                incidents.add("server", random.nextInt(84) + random.nextInt(4) / 4.0);
            }
            int count = 2 + random.nextInt(4);
            int days = 1 + random.nextInt(9);
            Set<RecordRef> expected = new HashSet<>();
            int most = 0;
            for (int hour = -24 * 10; hour < 84 * 24; hour++) {
                Instant from = Incidents.BEGIN.plusSeconds(3_600L * hour);
                List<Sighting> in = incidents.all().stream()
                        .filter(s -> !s.at().isBefore(from) && s.at().isBefore(from.plus(Duration.ofDays(days))))
                        .toList();
                if (in.size() >= count) {
                    in.forEach(s -> expected.add(s.incident()));
                    most = Math.max(most, in.size());
                }
            }
            List<TrendFinding> found = new Recurrence(count, Duration.ofDays(days)).findings(incidents.sightings());

            assertThat(found).hasSize(expected.isEmpty() ? 0 : 1);
            if (!found.isEmpty()) {
                assertThat(found.get(0).evidence()).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(found.get(0).numbers().get("most")).isEqualByComparingTo(BigDecimal.valueOf(most));
            }
        });
    }

    @Test
    void aChangeOfRateIsItsBinomialProbability() {
        Incidents mail = new Incidents();
        for (int i = 0; i < 6; i++) {
            mail.add("mail", 63 + 3 * i);
        }
        mail.add("mail", 62.9).add("vpn", 70).add("vpn", 71);

        // A quarter of the window is recent: 6 or more of 7 by chance are 7 (1/4)^6 (3/4) + (1/4)^7.
        List<TrendFinding> found =
                new RateChange(Duration.ofDays(21), 3, ALPHA, Correction.BONFERRONI).findings(mail.sightings());
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.pValue().orElseThrow().doubleValue()).isCloseTo(22 / 16_384.0, within(1e-12));
            assertThat(finding.evidence()).hasSize(6).doesNotContain(Incidents.ref(6));
            assertThat(finding.threshold()).isEqualByComparingTo("0.05");
        });
        // With one more key that is compared, each has half of the rate.
        assertThat(new RateChange(Duration.ofDays(21), 2, new BigDecimal("0.002"), Correction.BONFERRONI)
                        .findings(mail.sightings()))
                .isEmpty();
        assertThat(new RateChange(Duration.ofDays(21), 3, new BigDecimal("0.002"), Correction.BONFERRONI)
                        .findings(mail.sightings()))
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateChange(Duration.ofDays(84), 1, ALPHA, Correction.BONFERRONI)
                        .findings(mail.sightings()));
    }

    @Test
    void laplacesStatisticAndItsExactProbability() {
        Incidents disk = new Incidents()
                .add("disk", 63)
                .add("disk", 77)
                .add("disk", 80.5)
                .add("disk", 82.25);
        // In parts of the window: 3/4, 11/12, 23/24, 47/48; from its end 19/48 in all, of which the fourth power over
        // 4! is the probability.
        double p = Math.pow(19 / 48.0, 4) / 24;

        assertThat(new FallingMtbf(4, ALPHA, Correction.BONFERRONI).findings(disk.sightings()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pValue().orElseThrow().doubleValue()).isCloseTo(p, within(1e-12));
                    assertThat(finding.numbers().get("laplace").doubleValue())
                            .isCloseTo((4 - 19 / 48.0 - 2) / Math.sqrt(4 / 12.0), within(1e-9));
                    assertThat(finding.numbers().get("mtbfHoursFirstHalf")).isEqualByComparingTo("336");
                    assertThat(finding.numbers().get("mtbfHoursSecondHalf")).isEqualByComparingTo("42");
                });
        assertThat(new FallingMtbf(5, ALPHA, Correction.BONFERRONI).findings(disk.sightings()))
                .isEmpty();
        // The other way round, intervals grow.
        assertThat(new FallingMtbf(4, ALPHA, Correction.BONFERRONI)
                        .findings(new Incidents()
                                .add("x", 1)
                                .add("x", 2)
                                .add("x", 4)
                                .add("x", 9)
                                .sightings()))
                .isEmpty();
    }

    @Test
    void whatComesLateIsNotSaidToComeAtShorterIntervals() {
        Incidents late = new Incidents()
                .add("client", 76)
                .add("client", 77)
                .add("client", 79)
                .add("client", 82);

        TrendFinding finding = new FallingMtbf(4, ALPHA, Correction.BONFERRONI)
                .findings(late.sightings())
                .get(0);
        assertThat(finding.numbers().get("mtbfHoursFirstHalf")).isEqualByComparingTo("24");
        assertThat(finding.numbers().get("mtbfHoursSecondHalf")).isEqualByComparingTo("72");
        // The average of 76, 77, 79 and 82 days of 84.
        assertThat(finding.sentence()).doesNotContain("shorter").contains("on average at 0.93 of it");
    }

    @Test
    void theSlopeIsTheMedianOfAllPairs() {
        assertThat(TopKeys.slope(new int[] {1, 3, 5, 7})).isEqualByComparingTo("2");
        // 1, 9, 8/3... : slopes 0, 10, 0, -9/2... of {0, 0, 10, 1}: 0, 5, 1/3, 10, 1/2, -9
        assertThat(TopKeys.slope(new int[] {0, 0, 10, 1})).isEqualByComparingTo("0.416667");
        assertThat(TopKeys.kendall(new int[] {0, 0, 10, 1})).isEqualTo(3);
        assertThat(TopKeys.chanceOfRise(new int[] {4, 4, 4, 4})).isEqualTo(1);
    }

    /** All orders of eight counts: in so many of them S is as great. */
    @Test
    void theNormalProbabilityOfARiseIsNearThatOfAllOrders() {
        for (int[] counts : List.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new int[] {0, 0, 1, 1, 2, 2, 3, 5}, new int[] {
            0, 0, 0, 1, 1, 2, 2, 4
        })) {
            List<int[]> orders = new ArrayList<>();
            permute(counts.clone(), 0, orders);
            int[] atLeast = new int[30];
            for (int[] order : orders) {
                for (long s = Math.min(29, naive(order)); s >= 0; s--) {
                    atLeast[(int) s]++;
                }
            }
            for (int[] order : orders.subList(0, 2_000)) {
                int s = (int) naive(order);
                assertThat(TopKeys.kendall(order)).isEqualTo(s);
                if (s > 0) {
                    double exact = atLeast[s] / (double) orders.size();
                    assertThat(TopKeys.chanceOfRise(order)).isCloseTo(exact, within(0.02));
                }
            }
        }
    }

    private static long naive(int[] counts) {
        long up = IntStream.range(0, counts.length)
                .mapToLong(i -> Arrays.stream(counts, i + 1, counts.length)
                        .filter(later -> later > counts[i])
                        .count())
                .sum();
        long down = IntStream.range(0, counts.length)
                .mapToLong(i -> Arrays.stream(counts, i + 1, counts.length)
                        .filter(later -> later < counts[i])
                        .count())
                .sum();
        return up - down;
    }

    private static void permute(int[] counts, int from, List<int[]> orders) {
        if (from == counts.length) {
            orders.add(counts.clone());
        }
        for (int i = from; i < counts.length; i++) {
            int kept = counts[from];
            counts[from] = counts[i];
            counts[i] = kept;
            permute(counts, from + 1, orders);
            counts[i] = counts[from];
            counts[from] = kept;
        }
    }

    @Test
    void onlyTheKeysWithMostIncidentsAreLookedAt() {
        Incidents incidents = new Incidents();
        for (int week = 0; week < 12; week++) {
            for (int i = 0; i <= week; i++) {
                incidents.add("mail", 7 * week + i / 10.0);
            }
            for (int i = 0; i < 10; i++) {
                incidents.add("printer", 7 * week + i / 10.0);
            }
        }
        Duration week = Duration.ofDays(7);

        assertThat(new TopKeys(1, week, ALPHA, Correction.BONFERRONI).findings(incidents.sightings()))
                .isEmpty();
        assertThat(new TopKeys(2, week, ALPHA, Correction.BONFERRONI).findings(incidents.sightings()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key()).isEqualTo(Key.of("ci", "mail"));
                    assertThat(finding.numbers().get("slopePerPeriod")).isEqualByComparingTo("1");
                    assertThat(finding.numbers().get("kendallS")).isEqualByComparingTo("66");
                    assertThat(finding.evidence()).hasSize(78);
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopKeys(1, week.multipliedBy(2), ALPHA, Correction.BONFERRONI)
                        .findings(incidents.sightings()));
    }

    @Test
    void correctionsAreWhatTheirPapersSay() {
        double[] p = {0.039, 0.001, 0.008, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216};

        // The greatest i with p(i) at most i/10 of 0.05 is 2; of 0.1 it is 6.
        assertThat(Correction.BENJAMINI_HOCHBERG.cutoff(p, 0.05)).isCloseTo(0.01, within(1e-12));
        assertThat(Correction.BENJAMINI_HOCHBERG.cutoff(p, 0.1)).isCloseTo(0.06, within(1e-12));
        assertThat(Correction.BENJAMINI_HOCHBERG.cutoff(new double[] {0.5, 0.9}, 0.1))
                .isLessThan(0.5);
        assertThat(Correction.BONFERRONI.cutoff(p, 0.05)).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void periodsAreCountedBackFromTheEnd() {
        Incidents incidents = new Incidents()
                .add("x", Incidents.WINDOW.fromInclusive())
                .add("x", Incidents.WINDOW.toExclusive().minus(DAY))
                .add("x", Incidents.WINDOW.toExclusive().minus(DAY).minusNanos(1_000))
                .add("x", Incidents.WINDOW.toExclusive().minusNanos(1_000))
                .add("x", Incidents.WINDOW.toExclusive());
        int[] days = incidents.sightings().counts(Key.of("ci", "x"), DAY);
        int[] fives = incidents.sightings().counts(Key.of("ci", "x"), Duration.ofDays(5));

        assertThat(days).hasSize(84);
        assertThat(days[0]).isEqualTo(1);
        assertThat(days[82]).isEqualTo(1);
        assertThat(days[83]).isEqualTo(2);
        // 84 days are sixteen fives and four days before them.
        assertThat(fives).hasSize(16);
        assertThat(Arrays.stream(fives).sum()).isEqualTo(3);
    }

    @Test
    void nonsenseIsNoQuestion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence(1, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence(2, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence(2, Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FallingMtbf(3, ALPHA, Correction.BONFERRONI));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FallingMtbf(4, BigDecimal.ONE, Correction.BONFERRONI));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(DAY, 0, ALPHA, Correction.BONFERRONI));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopKeys(0, DAY, ALPHA, Correction.BONFERRONI));
    }
}
