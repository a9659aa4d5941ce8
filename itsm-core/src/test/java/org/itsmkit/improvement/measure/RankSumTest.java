package org.itsmkit.improvement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.itsmkit.internal.Chance;
import org.junit.jupiter.api.Test;

/** The rank-sum test against every choice there is, against tables, and against the normal distribution. */
class RankSumTest {

    private static List<BigDecimal> numbers(long... numbers) {
        return Observed.Series.of(numbers).values();
    }

    private static double pValue(List<BigDecimal> before, List<BigDecimal> after) {
        return RankSum.of(before, after).pValue();
    }

    /**
     * Somebody who ranks by counting, and tries every choice of so many of all values: how many of the choices have a
     * rank sum at least as far from the mean of all choices.
     */
    private static double byEveryChoice(List<BigDecimal> before, List<BigDecimal> after) {
        List<BigDecimal> all = new ArrayList<>(before);
        all.addAll(after);
        double[] ranks = new double[all.size()];
        double sumOfAll = 0;
        for (int i = 0; i < ranks.length; i++) {
            BigDecimal value = all.get(i);
            long below =
                    all.stream().filter(other -> other.compareTo(value) < 0).count();
            long same =
                    all.stream().filter(other -> other.compareTo(value) == 0).count();
            ranks[i] = below + (same + 1) / 2.0;
            sumOfAll += ranks[i];
        }
        double mean = sumOfAll * after.size() / all.size();
        double observed = 0;
        for (int i = before.size(); i < ranks.length; i++) {
            observed += ranks[i];
        }
        long choices = 0;
        long asFar = 0;
        for (int set = 0; set < 1 << ranks.length; set++) {
            if (Integer.bitCount(set) == after.size()) {
                double sum = 0;
                for (int i = 0; i < ranks.length; i++) {
                    sum += (set >> i & 1) * ranks[i];
                }
                choices++;
                asFar += Math.abs(sum - mean) >= Math.abs(observed - mean) - 1e-9 ? 1 : 0;
            }
        }
        return (double) asFar / choices;
    }

    @Provide
    Arbitrary<List<BigDecimal>> samples() {
        // Few values, so that many are the same.
        return Arbitraries.integers()
                .between(0, 6)
                .map(BigDecimal::valueOf)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Property(tries = 300)
    void itIsWhatEveryChoiceShows(
            @ForAll("samples") List<BigDecimal> before, @ForAll("samples") List<BigDecimal> after) {
        assertThat(pValue(before, after)).isCloseTo(byEveryChoice(before, after), within(1e-12));
    }

    @Property(tries = 200)
    void whichCameFirstMakesNoDifference(
            @ForAll("samples") List<BigDecimal> before, @ForAll("samples") List<BigDecimal> after) {
        assertThat(pValue(before, after)).isCloseTo(pValue(after, before), within(1e-12));
        assertThat(RankSum.of(before, after).direction())
                .isEqualTo(-RankSum.of(after, before).direction());
    }

    /**
     * Of 20 choices of three of six, the highest and the lowest are as far out: 2 / 20. Of 70, 252 and 924 likewise.
     */
    @Test
    void whatIsWhollyApartHasTwoOfAllChoices() {
        assertThat(pValue(numbers(1, 2, 3), numbers(4, 5, 6))).isCloseTo(2 / 20.0, within(1e-12));
        assertThat(pValue(numbers(1, 2, 3, 4), numbers(5, 6, 7, 8))).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(pValue(numbers(1, 2, 3, 4, 5), numbers(6, 7, 8, 9, 10))).isCloseTo(2 / 252.0, within(1e-12));
        assertThat(RankSum.leastPValue(6, 6)).isCloseTo(2 / 924.0, within(1e-12));
    }

    /**
     * By hand: 1 | 1 2 with 2 before. Ranks of 2, 1, 1, 2 are 3.5, 1.5, 1.5, 3.5; two after have 1.5 + 1.5 = 3 against
     * a mean of 5. Of six choices of two, {1.5, 1.5} = 3 and {3.5, 3.5} = 7 are as far from 5, four are 5 itself: p =
     * 2/6.
     */
    @Test
    void tiesByHand() {
        assertThat(pValue(numbers(2, 2), numbers(1, 1))).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(pValue(numbers(2, 1), numbers(1, 2))).isCloseTo(1, within(1e-12));
    }

    /**
     * The critical values of U, two-sided at 5 %, as they are tabulated since Mann and Whitney (1947): with that many
     * inversions p is at most 0.05, and with one more it is above.
     */
    @Test
    void theTabulatedCriticalValues() {
        int[][] table = {
            {4, 4, 0},
            {5, 5, 2},
            {6, 6, 5},
            {7, 7, 8},
            {8, 8, 13},
            {9, 9, 17},
            {10, 10, 23},
            {12, 12, 37},
            {15, 15, 64},
            {20, 20, 127},
            {5, 8, 6},
            {8, 10, 17},
            {10, 15, 39}
        };
        for (int[] row : table) {
            assertThat(withInversions(row[0], row[1], row[2]))
                    .as("%d and %d, U = %d", row[0], row[1], row[2])
                    .isLessThanOrEqualTo(0.05);
            assertThat(withInversions(row[0], row[1], row[2] + 1))
                    .as("%d and %d, U = %d", row[0], row[1], row[2] + 1)
                    .isGreaterThan(0.05);
        }
    }

    /**
     * Two samples of these sizes in which so many values after are below one before: each of the first ones is below as
     * many as there are.
     */
    private static double withInversions(int before, int after, int inversions) {
        List<BigDecimal> first = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            first.add(BigDecimal.valueOf(i * 1_000L));
        }
        List<BigDecimal> second = new ArrayList<>();
        int rest = inversions;
        for (int i = 0; i < after; i++) {
            int below = Math.min(before, rest);
            rest -= below;
            second.add(BigDecimal.valueOf((before - below) * 1_000L - 500 + i));
        }
        return pValue(first, second);
    }

    /** With 50 and 50 counted, with 51 and 50 by the normal distribution: hardly another. */
    @Test
    void beyondAHundredTheNormalDistributionGoesOn() {
        Random random = new Random(20_260_901);
        for (int run = 0; run < 20; run++) {
            List<BigDecimal> before = new ArrayList<>();
            List<BigDecimal> after = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                before.add(BigDecimal.valueOf(random.nextInt(40)));
                after.add(BigDecimal.valueOf(random.nextInt(40) + run / 2));
            }
            double exact = pValue(before, after);
            double deviations = deviationsOf(before, after);
            assertThat(2 * Chance.normalAtLeast(deviations)).isCloseTo(exact, within(0.005));
        }
        List<BigDecimal> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(BigDecimal.valueOf(i % 7));
        }
        assertThat(pValue(many, many)).isCloseTo(1, within(1e-12));
        assertThat(pValue(many, numbers(9, 9, 9, 9, 9))).isLessThan(0.001);
        assertThat(pValue(Collections.nCopies(101, BigDecimal.ONE), numbers(1, 1)))
                .isEqualTo(1);
    }

    /**
     * U by pairs, its variance by the formula with ties, and half a rank for continuity: written otherwise than in the
     * test itself.
     */
    private static double deviationsOf(List<BigDecimal> before, List<BigDecimal> after) {
        double u = 0;
        for (BigDecimal one : after) {
            for (BigDecimal other : before) {
                u += (1 + one.compareTo(other)) / 2.0;
            }
        }
        List<BigDecimal> all = new ArrayList<>(before);
        all.addAll(after);
        double n = all.size();
        double ties = 0;
        for (BigDecimal value : new HashSet<>(all)) {
            double same = all.stream().filter(value::equals).count();
            ties += (same * same * same - same) / (n * (n - 1));
        }
        double pairs = before.size() * (double) after.size();
        return Math.max(0, Math.abs(u - pairs / 2) - 0.5) / Math.sqrt(pairs / 12 * (n + 1 - ties));
    }

    @Test
    void theQuantilesOfTheNormalDistribution() {
        assertThat(Chance.normalQuantile(0.025)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Chance.normalQuantile(0.005)).isCloseTo(2.575829303548901, within(1e-9));
        assertThat(Chance.normalAtLeast(0)).isCloseTo(0.5, within(1e-12));
        assertThat(Chance.normalAtLeast(-1.959963984540054)).isCloseTo(0.975, within(1e-9));
    }
}
