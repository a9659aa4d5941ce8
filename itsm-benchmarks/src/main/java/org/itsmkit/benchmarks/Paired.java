package org.itsmkit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures variants of the same work side by side: in each round every variant has a slice of time in its turn, and what is compared are
 * slices of the same round, so that whatever else the machine does strikes all alike. For one thread.
 *
 * @param slice how long a turn is, about
 * @param rounds how many turns each has
 */
public record Paired(Duration slice, int rounds) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Work that can be done any number of times; it keeps its loop to itself, so that no call stands between. */
    @FunctionalInterface
    public interface Work {

        /** Does it {@code times} times. */
        void run(int times) throws Exception;
    }

    /** What came of it, by the names of the variants, a value per round. */
    public record Results(Map<String, double[]> nanos, Map<String, double[]> bytes) {

        /** Nanoseconds per operation. */
        public double nanosOf(String variant) {
            return median(of(nanos, variant));
        }

        /** Bytes allocated per operation. */
        public double bytesOf(String variant) {
            return median(of(bytes, variant));
        }

        /** How many times as long {@code slow} takes as {@code quick}: the median over rounds of both in the same round. */
        public double ratio(String slow, String quick) {
            double[] slower = of(nanos, slow);
            double[] quicker = of(nanos, quick);
            double[] ratios = new double[slower.length];
            Arrays.setAll(ratios, round -> slower[round] / quicker[round]);
            return median(ratios);
        }

        private static double[] of(Map<String, double[]> values, String variant) {
            return Objects.requireNonNull(values.get(variant), variant);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    /** A variant on its course, and how often it is done in a slice. */
    private record Runner(String name, Work work, int times) {}

    /** Warms each variant up, finds how often it is done in a slice, and measures all in turn. */
    public Results measure(Map<String, Work> variants) throws Exception {
        List<Runner> runners = new ArrayList<>();
        for (var variant : variants.entrySet()) {
            runners.add(new Runner(variant.getKey(), variant.getValue(), calibrated(variant.getValue())));
        }
        Map<String, double[]> nanos = new LinkedHashMap<>();
        Map<String, double[]> bytes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Runner runner : runners) {
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long begin = System.nanoTime();
                runner.work().run(runner.times());
                long taken = System.nanoTime() - begin;
                nanos.computeIfAbsent(runner.name(), n -> new double[rounds])[round] = (double) taken / runner.times();
                bytes.computeIfAbsent(runner.name(), n -> new double[rounds])[round] =
                        (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / runner.times();
            }
            // whoever is first in one round is last in the next
            Collections.rotate(runners, -1);
        }
        return new Results(nanos, bytes);
    }

    /** Does it for five slices to warm it up, more of it each time. */
    private int calibrated(Work work) throws Exception {
        int times = 1;
        long warm = System.nanoTime() + 5 * slice.toNanos();
        while (true) {
            long begin = System.nanoTime();
            work.run(times);
            long taken = Math.max(1, System.nanoTime() - begin);
            if (System.nanoTime() > warm) {
                return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, times * (double) slice.toNanos() / taken));
            }
            times = (int) Math.max(1, Math.min(2.0 * times, times * (double) slice.toNanos() / taken));
        }
    }
}
