package org.itsmkit.problem.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.internal.Chance;
import org.junit.jupiter.api.Test;

/** Against all cases for small numbers, and published values for great ones. */
class ChanceTest {

    private static final Percentage NEAR = Percentage.withPercentage(1e-9);

    @Test
    void soManyOfAFewTrialsAreThoseOfAllOutcomes() {
        Seeds.each(40, random -> {
            int n = 1 + random.nextInt(12);
            BigDecimal p = BigDecimal.valueOf(1 + random.nextInt(98), 2);
            BigDecimal[] exactly = new BigDecimal[n + 1];
            Arrays.fill(exactly, BigDecimal.ZERO);
            for (int outcome = 0; outcome < 1 << n; outcome++) {
                int k = Integer.bitCount(outcome);
                exactly[k] = exactly[k].add(
                        p.pow(k).multiply(BigDecimal.ONE.subtract(p).pow(n - k)));
            }
            BigDecimal atLeast = BigDecimal.ZERO;
            for (int k = n; k >= 0; k--) {
                atLeast = atLeast.add(exactly[k]);
                assertThat(Chance.binomialAtLeast(k, n, p.doubleValue())).isCloseTo(atLeast.doubleValue(), NEAR);
            }
            assertThat(Chance.binomialAtLeast(n + 1, n, p.doubleValue())).isZero();
        });
    }

    @Test
    void soManyOfManyTrials() {
        // 3,000 heads or more of 5,800 throws: by exact summation of integers.
        BigInteger cases = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int k = 5_800; k >= 3_000; k--) {
            cases = cases.add(choose);
            choose = choose.multiply(BigInteger.valueOf(k)).divide(BigInteger.valueOf(5_801 - k));
        }
        double exact = new BigDecimal(cases)
                .divide(new BigDecimal(BigInteger.TWO.pow(5_800)), MathContext.DECIMAL64)
                .doubleValue();

        assertThat(Chance.binomialAtLeast(3_000, 5_800, 0.5)).isCloseTo(exact, Percentage.withPercentage(1e-7));
        assertThat(Chance.binomialAtLeast(2_801, 5_800, 0.5)).isCloseTo(1 - exact, Percentage.withPercentage(1e-7));
    }

    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(Chance.normalAtLeast(0)).isEqualTo(0.5);
        assertThat(Chance.normalAtLeast(1.96)).isCloseTo(0.024997895148220435, NEAR);
        assertThat(Chance.normalAtLeast(-1.96)).isCloseTo(1 - 0.024997895148220435, NEAR);
        assertThat(Chance.normalAtLeast(3)).isCloseTo(0.0013498980316300946, NEAR);
        assertThat(Chance.normalAtLeast(2.9999999999)).isCloseTo(0.0013498980316300946, within(1e-11));
        assertThat(Chance.normalAtLeast(5)).isCloseTo(2.8665157187919391e-7, NEAR);
    }

    @Test
    void theUpperLimitOfAMeanIsThatOfTheTables() {
        assertThat(Counts.poissonUpperLimit(0, 0.95)).isCloseTo(2.995732, within(1e-6));
        assertThat(Counts.poissonUpperLimit(10, 0.95)).isCloseTo(16.96222, within(1e-5));
    }

    @Test
    void factorialsAreProducts() {
        double sum = 0;
        for (int n = 1; n <= 300; n++) {
            sum += Math.log(n);
            assertThat(Chance.lnFactorial(n)).isCloseTo(sum, within(1e-10));
        }
    }

    /** Four numbers, each in the middle of one of 24 parts: near enough to all that there are. */
    @Test
    void theSumOfUniformNumbersIsThatOfAllOfThem() {
        int parts = 24;
        int[] sums = new int[4 * 2 * parts];
        for (int cell = 0; cell < parts * parts * parts * parts; cell++) {
            int sum = 4;
            for (int i = 0, rest = cell; i < 4; i++, rest /= parts) {
                sum += 2 * (rest % parts);
            }
            sums[sum]++;
        }
        Offset<Double> near = within(2e-3);
        double atMost = 0;
        double all = Math.pow(parts, 4);
        for (int sum = 0; sum < sums.length; sum++) {
            // Half of what is just there is below.
            double half = sums[sum] / all / 2;
            atMost += half;
            assertThat(Counts.uniformSumAtMost(4, BigInteger.valueOf(2 * parts), BigInteger.valueOf(sum)))
                    .isCloseTo(atMost, near);
            atMost += half;
        }
    }

    @Test
    void theSumOfThirtyUniformNumbersIsNearlyNormalAndItsTailIsLighter() {
        BigInteger length = BigInteger.valueOf(1_000_000);
        assertThat(Counts.uniformSumAtMost(30, length, BigInteger.valueOf(15_000_000)))
                .isCloseTo(0.5, within(1e-12));
        for (int thousands = 5_000; thousands <= 12_000; thousands += 500) {
            double z = (15_000 - thousands) / 1_000.0 / Math.sqrt(30 / 12.0);
            double exact = Counts.uniformSumAtMost(30, length, BigInteger.valueOf(thousands * 1_000L));
            if (z > 2) {
                assertThat(exact).isPositive().isLessThan(Chance.normalAtLeast(z));
            }
        }
        assertThat(Counts.uniformSumAtMost(30, length, BigInteger.valueOf(30_000_000)))
                .isEqualTo(1);
    }
}
