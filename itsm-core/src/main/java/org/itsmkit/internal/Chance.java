package org.itsmkit.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Probabilities that several rooms reckon with. All of it by {@link StrictMath}, so that it is the same on every machine. */
public final class Chance {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);
    private static final double[] LN_FACTORIAL = new double[32];

    static {
        for (int i = 2; i < LN_FACTORIAL.length; i++) {
            LN_FACTORIAL[i] = LN_FACTORIAL[i - 1] + StrictMath.log(i);
        }
    }

    private Chance() {}

    /** Twelve digits: what is beyond differs by how one sums up. */
    public static BigDecimal said(double number) {
        return new BigDecimal(number, TWELVE_DIGITS);
    }

    /** The same without zeros at the end. */
    public static BigDecimal shortest(double number) {
        return said(number).stripTrailingZeros();
    }

    /** {@code ln n!}; above 31 by Stirling's series, whose first term left out is below 1e−13. */
    public static double lnFactorial(long n) {
        if (n < LN_FACTORIAL.length) {
            return LN_FACTORIAL[(int) n];
        }
        double x = n;
        double series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x);
        return (x + 0.5) * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * StrictMath.PI) + series;
    }

    /**
     * That at least {@code k} of {@code n} independent trials succeed, each with probability {@code p} above 0 and
     * below 1.
     */
    public static double binomialAtLeast(long k, long n, double p) {
        if (k <= 0) {
            return 1;
        }
        if (k > n) {
            return 0;
        }
        // The smaller tail is summed from its greatest term outwards, so that each term is the one before times a
        // factor below 1.
        if (k > n * p) {
            return Math.min(1, tail(k, n, p));
        }
        return Math.max(0, 1 - tail(n - k + 1, n, 1 - p));
    }

    /** That at most so many do. */
    public static double binomialAtMost(long k, long n, double p) {
        return binomialAtLeast(n - k, n, 1 - p);
    }

    private static double tail(long k, long n, double p) {
        double term = StrictMath.exp(lnFactorial(n)
                - lnFactorial(k)
                - lnFactorial(n - k)
                + k * StrictMath.log(p)
                + (n - k) * StrictMath.log1p(-p));
        double sum = 0;
        for (long i = k; i <= n && term > sum * 1e-17; i++) {
            sum += term;
            term *= (double) (n - i) / (i + 1) * (p / (1 - p));
        }
        return sum;
    }

    /**
     * That a standard normal variable is {@code z} or more: below 3 by the power series, above by the continued
     * fraction (Abramowitz and Stegun 26.2.11 and 26.2.14).
     */
    public static double normalAtLeast(double z) {
        if (z < 0) {
            return 1 - normalAtLeast(-z);
        }
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int i = 3; term > 1e-18; i += 2) {
                term *= z * z / i;
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int i = 200; i >= 1; i--) {
            fraction = z + i / fraction;
        }
        return density / fraction;
    }

    /** What a standard normal variable is at least with probability {@code p}, above 0 and at most a half. */
    public static double normalQuantile(double p) {
        double low = 0;
        double high = 40;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (normalAtLeast(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
