package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.util.Arrays;

/** How a test of many keys sees to it that chance alone seldom raises an alarm. */
public enum Correction {
    /**
     * The probability of one false alarm or more is at most the rate, however the keys depend on each other: of {@code m} keys each is held to a
     * part of {@code m} of it.
     */
    BONFERRONI {
        @Override
        double cutoff(double[] pValues, double alpha) {
            return alpha / Math.max(1, pValues.length);
        }
    },
    /**
     * Of what is found, the share of false alarms is on average at most the rate, and where there is nothing at all the probability of one or more is
     * (Benjamini and Hochberg 1995): the greatest {@code i} of {@code m} is sought for which the {@code i}-th least p-value is at most {@code i/m} of
     * the rate. Holds for keys that are independent, or depend on each other so that more of one means more of another.
     */
    BENJAMINI_HOCHBERG {
        @Override
        double cutoff(double[] pValues, double alpha) {
            double[] sorted = pValues.clone();
            Arrays.sort(sorted);
            for (int i = sorted.length; i >= 1; i--) {
                if (sorted[i - 1] <= alpha * i / sorted.length) {
                    return alpha * i / sorted.length;
                }
            }
            return alpha / Math.max(1, sorted.length);
        }
    };

    /** What a p-value may be at most for an alarm. */
    abstract double cutoff(double[] pValues, double alpha);

    double cutoff(double[] pValues, BigDecimal alpha) {
        return cutoff(pValues, alpha.doubleValue());
    }
}
