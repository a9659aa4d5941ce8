package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.itsmkit.internal.Chance;

/**
 * The rank-sum test of two samples (Wilcoxon 1945; Mann and Whitney 1947): whether the values after tend to be others
 * than those before. All are ranked together, equal ones by the mean of their ranks; if nothing changed, every choice
 * of so many of the ranks is as likely to be those after as any other.
 *
 * <p>Two-sided: the probability that the rank sum is at least as far from its mean as the one observed. With at most
 * {@value #MOST_EXACT} values in all it is counted exactly over all choices, ties as they are; with more, by the normal
 * distribution with the variance corrected for ties and half a rank for continuity.
 */
final class RankSum {

    /** With how many values in all every choice is still counted. */
    static final int MOST_EXACT = 100;

    private final int before;
    private final int after;

    // Twice the ranks, so that means of ranks are whole numbers; those before come first.
    private final long[] ranks;
    private final double tied;

    private RankSum(int before, int after, long[] ranks, double tied) {
        this.before = before;
        this.after = after;
        this.ranks = ranks;
        this.tied = tied;
    }

    static RankSum of(List<BigDecimal> before, List<BigDecimal> after) {
        BigDecimal[] all = new BigDecimal[before.size() + after.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < before.size() ? before.get(i) : after.get(i - before.size());
        }
        BigDecimal[] sorted = all.clone();
        Arrays.sort(sorted);
        long[] ranks = new long[all.length];
        double tied = 0;
        for (int first = 0; first < sorted.length; ) {
            int end = first + 1;
            while (end < sorted.length && sorted[end].compareTo(sorted[first]) == 0) {
                end++;
            }
            double many = end - first;
            tied += many * many * many - many;
            for (int i = 0; i < all.length; i++) {
                if (all[i].compareTo(sorted[first]) == 0) {
                    ranks[i] = first + 1L + end;
                }
            }
            first = end;
        }
        return new RankSum(before.size(), after.size(), ranks, tied);
    }

    /** Twice the sum of the ranks after. */
    private long observed() {
        return Arrays.stream(ranks, before, ranks.length).sum();
    }

    /** In which way the values changed: positive if those after have the higher ranks. */
    int direction() {
        return Long.signum(deviation(observed(), after));
    }

    /** How far a sum of {@code chosen} ranks is from its mean, times twice the number of all values: a whole number. */
    private long deviation(long sum, int chosen) {
        return ranks.length * sum - chosen * Arrays.stream(ranks).sum();
    }

    double pValue() {
        return ranks.length <= MOST_EXACT ? exact() : byNormal();
    }

    private double exact() {
        int chosen = Math.min(before, after);
        long least = Math.abs(deviation(observed(), after));
        double[] ways = ways(ranks, chosen);
        double all = 0;
        double asFar = 0;
        for (int sum = 0; sum < ways.length; sum++) {
            all += ways[sum];
            asFar += Math.abs(deviation(sum, chosen)) >= least ? ways[sum] : 0;
        }
        return asFar / all;
    }

    private double byNormal() {
        double n = ranks.length;
        double variance = before * (double) after / 12 * (n + 1 - tied / (n * (n - 1)));
        double far = Math.abs(deviation(observed(), after)) / (2 * n) - 0.5;
        return variance <= 0 || far <= 0 ? 1 : Math.min(1, 2 * Chance.normalAtLeast(far / StrictMath.sqrt(variance)));
    }

    /** In how many ways {@code chosen} of the numbers have each sum. */
    private static double[] ways(long[] numbers, int chosen) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int most = (int)
                Arrays.stream(sorted, sorted.length - chosen, sorted.length).sum();
        double[][] ways = new double[chosen + 1][most + 1];
        ways[0][0] = 1;
        for (int i = 0; i < sorted.length; i++) {
            int number = (int) sorted[i];
            for (int many = Math.min(chosen, i + 1); many >= 1; many--) {
                double[] fewer = ways[many - 1];
                double[] so = ways[many];
                for (int sum = most; sum >= number; sum--) {
                    so[sum] += fewer[sum - number];
                }
            }
        }
        return ways[chosen];
    }

    /**
     * Which of the sorted differences between each value after and each before begins the interval of the shift, from
     * 1; the one as far from the end ends it. 0 if there are too few for an interval.
     */
    static int intervalRank(int before, int after, double level) {
        int all = before + after;
        if (all > MOST_EXACT) {
            double mean = before * (double) after / 2;
            double deviation = StrictMath.sqrt(before * (double) after * (all + 1) / 12);
            return Math.max(0, (int) Math.floor(mean - Chance.normalQuantile(level / 2) * deviation));
        }
        int chosen = Math.min(before, after);
        long[] plain = new long[all];
        Arrays.setAll(plain, i -> i + 1L);
        double[] ways = ways(plain, chosen);
        double total = Arrays.stream(ways).sum();
        int least = chosen * (chosen + 1) / 2;
        double atMost = 0;
        int rank = 0;
        while (atMost + ways[least + rank] <= total * level / 2) {
            atMost += ways[least + rank];
            rank++;
        }
        return rank;
    }

    /** The least probability that so many can have, where no two are the same: two of all choices. */
    static double leastPValue(int before, int after) {
        return Math.min(
                1,
                2
                        / StrictMath.exp(Chance.lnFactorial(before + after)
                                - Chance.lnFactorial(before)
                                - Chance.lnFactorial(after)));
    }
}
