package org.itsmkit.improvement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.itsmkit.improvement.measure.Metric.Better;
import org.itsmkit.improvement.measure.Observed.Counted;
import org.itsmkit.improvement.measure.Observed.Series;
import org.itsmkit.internal.Chance;
import org.junit.jupiter.api.Test;

/** What is said of numbers before and after. */
class BeforeAfterTest {

    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final Metric RESTORE = Metric.lowerIsBetter("time-to-restore", "min");

    /**
     * By hand: every value after is below every one before, two of C(10, 5) = 252 choices. The 25 differences go from
     * 20 − 60 = −40 to 28 − 40 = −12; the 13th of them is −26. Of U without ties, P(U ≤ 2) = (1 + 1 + 2) / 252 = 0.0159
     * and P(U ≤ 3) = 7 / 252 = 0.0278, so that the interval goes from the third difference to the third last.
     */
    @Test
    void timesThatBecameShorter() {
        BeforeAfter said = BeforeAfter.of(Series.of(40, 45, 50, 55, 60), Series.of(20, 22, 24, 26, 28), Better.LOWER);

        assertThat(said.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(said.pValue().orElseThrow().doubleValue()).isCloseTo(2 / 252.0, within(1e-12));
        List<Integer> differences = new ArrayList<>();
        for (int after : List.of(20, 22, 24, 26, 28)) {
            for (int before : List.of(40, 45, 50, 55, 60)) {
                differences.add(after - before);
            }
        }
        differences.sort(null);
        assertThat(said.effect())
                .contains(new Effect(
                        BigDecimal.valueOf(differences.get(12)),
                        BigDecimal.valueOf(differences.get(2)),
                        Optional.of(BigDecimal.valueOf(differences.get(22)))));
        assertThat(said.reason())
                .isEqualTo("It became better: p = 0.00794, at most 0.05 "
                        + "(rank sums of 5 before and 5 after, shifted by -26 (-36 to -16)).");
    }

    @Test
    void theSameNumbersAreBadNewsWhereMoreIsBetter() {
        BeforeAfter said = BeforeAfter.of(Series.of(40, 45, 50, 55, 60), Series.of(20, 22, 24, 26, 28), Better.HIGHER);

        assertThat(said.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(said.reason()).startsWith("It became worse: p = 0.00794");
    }

    @Test
    void whatChanceMakesIsNotShown() {
        BeforeAfter said = BeforeAfter.of(Series.of(40, 45, 50, 55, 60), Series.of(39, 47, 49, 52, 58), Better.LOWER);

        assertThat(said.verdict()).isEqualTo(Verdict.NOT_SHOWN);
        assertThat(said.reason()).startsWith("Chance alone makes such a difference: p = 0.");
        assertThat(BeforeAfter.of(Series.of(7, 7, 7, 7), Series.of(7, 7, 7, 7), Better.LOWER)
                        .pValue())
                .hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("1"));
    }

    /**
     * Of three and three the clearest difference has p = 2/20; four and four reach 2/70; at 1 % only five and five do,
     * with 2/252.
     */
    @Test
    void tooFewAreSaidToBeTooFew() {
        BeforeAfter three = BeforeAfter.of(Series.of(1, 2, 3), Series.of(101, 102, 103), Better.HIGHER);

        assertThat(three.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(three.pValue()).isEmpty();
        assertThat(three.reason())
                .isEqualTo("With 3 before and 3 after even the clearest difference has p = 0.1, above 0.05.");
        Series low = Series.of(1, 2, 3, 4);
        Series high = Series.of(5, 6, 7, 8);
        assertThat(BeforeAfter.of(low, high, Better.HIGHER).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(BeforeAfter.of(low, high, Better.HIGHER, new BigDecimal("0.01"))
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
    }

    /** Every pair of shifts tried one by one: the interval is all those that the test does not refuse. */
    @Property(tries = 60)
    void theIntervalIsThatOfTheShiftsThatAreNotRefused(
            @ForAll @IntRange(min = 4, max = 7) int before,
            @ForAll @IntRange(min = 4, max = 7) int after,
            @ForAll @LongRange(min = 0, max = 10_000) long seed) {
        Random random = new Random(seed);
        List<BigDecimal> first = distinct(random, before, "0");
        // A third of a unit between any two, so that no shift by whole units makes two the same.
        List<BigDecimal> second = distinct(random, after, "0.33");
        Effect effect = BeforeAfter.of(new Series(first), new Series(second), Better.LOWER)
                .effect()
                .orElseThrow();

        for (int shift = -130; shift <= 130; shift++) {
            BigDecimal by = BigDecimal.valueOf(shift);
            List<BigDecimal> shifted =
                    second.stream().map(value -> value.subtract(by)).toList();
            boolean isRefused = RankSum.of(first, shifted).pValue() <= 0.05;
            boolean isInside =
                    by.compareTo(effect.from()) >= 0 && by.compareTo(effect.to().orElseThrow()) <= 0;
            assertThat(isInside).as("shift %s of %s and %s", by, first, second).isEqualTo(!isRefused);
        }
    }

    private static List<BigDecimal> distinct(Random random, int many, String plus) {
        return random.ints(0, 100)
                .distinct()
                .limit(many)
                .mapToObj(value -> BigDecimal.valueOf(value).add(new BigDecimal(plus)))
                .toList();
    }

    /**
     * Incidents in ten weeks before and ten after, 20 and 8: of 28 events each falls into either half with 1/2. The
     * lower tail is the sum of C(28, k) for k from 0 to 8, 1 + 28 + 378 + 3276 + 20475 + 98280 + 376740 + 1184040 +
     * 3108105 = 4791323, of 2^28 = 268435456; twice that is 0.03570.
     */
    @Test
    void incidentsPerWeek() {
        BeforeAfter said = BeforeAfter.of(Counted.of(20, 10), Counted.of(8, 10), Better.LOWER);

        assertThat(said.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(said.pValue().orElseThrow().doubleValue()).isCloseTo(2 * 4_791_323 / 268_435_456.0, within(1e-12));
        assertThat(said.effect().orElseThrow().estimate()).isEqualByComparingTo("0.4");
        assertThat(said.reason())
                .isEqualTo("It became better: p = 0.0357, at most 0.05 (20 in 10 before and 8 in 10 after, "
                        + "the rate times 0.4 (0.152 to 0.948)).");
    }

    /**
     * Clopper and Pearson for 8 of 28: where the upper tail, and where the lower one, has 2.5 %. As tables have it,
     * 0.1322 to 0.4867; the ratio of rates is p / (1 − p): 0.1524 to 0.9481.
     */
    @Test
    void theIntervalOfARatioIsThatOfClopperAndPearson() {
        Effect effect = BeforeAfter.of(Counted.of(20, 10), Counted.of(8, 10), Better.LOWER)
                .effect()
                .orElseThrow();
        double low = effect.from().doubleValue() / (1 + effect.from().doubleValue());
        double high = effect.to().orElseThrow().doubleValue()
                / (1 + effect.to().orElseThrow().doubleValue());

        assertThat(low).isCloseTo(0.1322, within(0.0001));
        assertThat(high).isCloseTo(0.4867, within(0.0001));
        assertThat(Chance.binomialAtLeast(8, 28, low)).isCloseTo(0.025, within(1e-8));
        assertThat(Chance.binomialAtMost(8, 28, high)).isCloseTo(0.025, within(1e-8));
    }

    /**
     * Half as many in half the time is no change; nothing in two weeks after five in two is 2/32, and after six 2/64.
     */
    @Test
    void countsOfPeriodsOfAnyLength() {
        assertThat(BeforeAfter.of(Counted.of(40, 20), Counted.of(20, 10), Better.LOWER)
                        .verdict())
                .isEqualTo(Verdict.NOT_SHOWN);
        assertThat(BeforeAfter.of(Counted.of(5, 2), Counted.of(0, 2), Better.LOWER)
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(BeforeAfter.of(Counted.of(6, 2), Counted.of(0, 2), Better.LOWER)
                        .pValue())
                .hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("0.03125"));
        assertThat(BeforeAfter.of(Counted.of(0, 2), Counted.of(6, 2), Better.LOWER))
                .satisfies(said -> assertThat(said.verdict()).isEqualTo(Verdict.WORSE))
                .satisfies(said -> assertThat(said.effect()).isEmpty());
        assertThat(BeforeAfter.of(Counted.of(0, 2), Counted.of(0, 2), Better.LOWER)
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
    }

    /** Tails added up term by term in whole numbers. */
    @Property(tries = 200)
    void tailsAreWhatTermsAddUpTo(
            @ForAll @IntRange(min = 0, max = 25) int before, @ForAll @IntRange(min = 0, max = 25) int after) {
        int all = before + after;
        BigDecimal atLeast = BigDecimal.ZERO;
        BigDecimal atMost = BigDecimal.ZERO;
        BigDecimal choices = BigDecimal.ONE;
        for (int k = 0; k <= all; k++) {
            atLeast = k >= after ? atLeast.add(choices) : atLeast;
            atMost = k <= after ? atMost.add(choices) : atMost;
            choices = choices.multiply(BigDecimal.valueOf(all - k)).divide(BigDecimal.valueOf(k + 1L));
        }
        double twice = 2 * Math.min(atLeast.doubleValue(), atMost.doubleValue()) / Math.pow(2, all);

        assertThat(new RateRatio(Counted.of(before, 3), Counted.of(after, 3)).pValue())
                .isCloseTo(Math.min(1, twice), within(1e-12));
    }

    @Test
    void measurementsOfOneMetricAreCompared() {
        Measurement before = Measurement.of(RESTORE, Series.of(40, 45, 50, 55, 60), JULY, AUGUST, "by the journal");
        Measurement after = Measurement.of(RESTORE, Series.of(20, 22, 24, 26, 28), AUGUST, SEPTEMBER, "likewise");

        assertThat(BeforeAfter.of(before, after).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(before.value()).isEqualByComparingTo("50");
        assertThat(before.sampleSize()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeforeAfter.of(after, before))
                .withMessageContaining("begins before");
        Metric hours = Metric.lowerIsBetter("time-to-restore", "h");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BeforeAfter.of(before, Measurement.of(hours, Series.of(1), AUGUST, SEPTEMBER, "likewise")))
                .withMessage("time-to-restore (min, lower is better) is not time-to-restore (h, lower is better)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BeforeAfter.of(before, Measurement.of(RESTORE, Counted.of(1, 1), AUGUST, SEPTEMBER, "counted")))
                .withMessageContaining("count");
    }

    @Test
    void ofASummaryNothingIsTested() {
        Measurement before = Measurement.of(
                RESTORE, new Observed.Summary(new BigDecimal("50"), 200), JULY, AUGUST, "by the old tool");
        Measurement after = Measurement.of(RESTORE, Series.of(20, 22, 24, 26, 28), AUGUST, SEPTEMBER, "by the journal");

        BeforeAfter said = BeforeAfter.of(before, after);

        assertThat(said.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(said.reason()).contains("only a summary was kept");
    }

    @Test
    void whatCannotBeObservedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(Collections.nCopies(501, BigDecimal.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observed.Summary(BigDecimal.ONE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Counted.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Counted.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Counted.of(1_000_001, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurement.of(RESTORE, Series.of(1), AUGUST, JULY, "by hand"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeforeAfter.of(Series.of(1), Series.of(2), Better.LOWER, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.lowerIsBetter("time to restore", "min"));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.lowerIsBetter("time", " "));
    }

    @Test
    void manyAreComparedInNoTime() {
        long[] many = new long[500];
        Arrays.setAll(many, i -> i % 97);
        long[] fewer = new long[500];
        Arrays.setAll(fewer, i -> i % 91);

        BeforeAfter said = BeforeAfter.of(Series.of(many), Series.of(fewer), Better.LOWER);

        assertThat(said.effect()).isPresent();
        assertThat(BeforeAfter.of(Counted.of(1_000_000, 52), Counted.of(990_000, 52), Better.LOWER)
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
    }
}
