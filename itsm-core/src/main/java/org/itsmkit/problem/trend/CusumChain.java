package org.itsmkit.problem.trend;

/**
 * The values of a cumulated sum below its interval, in steps, as the states of a Markov chain that is left with the alarm.
 *
 * <p>With {@code Q} the probabilities to go from one state to another, the average run lengths are {@code L = (I − Q)⁻¹ 1}.
 */
final class CusumChain {

    private final int states;
    private final double[][] next;

    CusumChain(double mean, int steps, int reference, int interval) {
        this.states = interval;
        this.next = new double[states][states];
        // Up to this many incidents no sum stays below the interval with more.
        int most = (interval + reference) / steps + 1;
        double[] counts = new double[most + 1];
        for (int x = 0; x <= most; x++) {
            counts[x] = Counts.poisson(x, mean);
        }
        for (int state = 0; state < states; state++) {
            for (int x = 0; x <= most; x++) {
                int to = Math.max(0, state + x * steps - reference);
                if (to < states) {
                    next[state][to] += counts[x];
                }
            }
        }
    }

    /** From a sum of zero on. Gaussian elimination; the matrix is diagonally dominant, so nothing is exchanged. */
    double averageRunLength() {
        double[][] matrix = new double[states][states];
        double[] lengths = new double[states];
        for (int i = 0; i < states; i++) {
            lengths[i] = 1;
            for (int j = 0; j < states; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - next[i][j];
            }
        }
        // From the last state to the first: what is left in the end is the one that is asked for.
        for (int pivot = states - 1; pivot > 0; pivot--) {
            for (int row = 0; row < pivot; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                if (factor != 0) {
                    lengths[row] -= factor * lengths[pivot];
                    for (int column = 0; column < pivot; column++) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                }
            }
        }
        return lengths[0] / matrix[0][0];
    }

    double alarmWithin(int periods) {
        double[] now = new double[states];
        now[0] = 1;
        for (int period = 0; period < periods; period++) {
            double[] then = new double[states];
            for (int state = 0; state < states; state++) {
                for (int to = 0; to < states; to++) {
                    then[to] += now[state] * next[state][to];
                }
            }
            now = then;
        }
        double still = 0;
        for (double probability : now) {
            still += probability;
        }
        return Math.max(0, 1 - still);
    }
}
