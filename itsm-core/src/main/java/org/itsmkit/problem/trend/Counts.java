package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.itsmkit.internal.Chance;

/** Probabilities of counts and of moments, besides those of {@link Chance}. By {@link StrictMath}, too. */
final class Counts {

    private Counts() {}

    static double poisson(long k, double mean) {
        return StrictMath.exp(k * StrictMath.log(mean) - mean - Chance.lnFactorial(k));
    }

    /**
     * The upper limit of the mean of a Poisson count at a confidence (Garwood 1936): that for which {@code count} or fewer have the probability
     * {@code 1 − confidence}.
     */
    static double poissonUpperLimit(long count, double confidence) {
        double low = count;
        double high = 2 * count + 100;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            double atMost = 0;
            for (long k = count; k >= 0; k--) {
                atMost += poisson(k, middle);
            }
            if (atMost > 1 - confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * That the sum of {@code n} independent numbers, uniform between 0 and {@code length}, is {@code sum} or less (Irwin 1927, Hall 1927):
     * {@code 1/(n! Tⁿ) · Σ (−1)^k C(n,k) (sum − kT)ⁿ} over all {@code k} with {@code kT ≤ sum}. Exactly, but for the rounding of the result.
     */
    static double uniformSumAtMost(int n, BigInteger length, BigInteger sum) {
        BigInteger fromEnd = length.multiply(BigInteger.valueOf(n)).subtract(sum);
        if (sum.compareTo(fromEnd) > 0) {
            // The distribution is the same from either end, and the smaller part has fewer terms.
            return 1 - uniformSumAtMost(n, length, fromEnd);
        }
        BigInteger total = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        BigInteger factorial = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            BigInteger rest = sum.subtract(length.multiply(BigInteger.valueOf(k)));
            if (rest.signum() > 0) {
                BigInteger term = choose.multiply(rest.pow(n));
                total = k % 2 == 0 ? total.add(term) : total.subtract(term);
            }
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
            factorial = k == 0 ? factorial : factorial.multiply(BigInteger.valueOf(k));
        }
        return new BigDecimal(total)
                .divide(new BigDecimal(factorial.multiply(length.pow(n))), MathContext.DECIMAL128)
                .doubleValue();
    }
}
