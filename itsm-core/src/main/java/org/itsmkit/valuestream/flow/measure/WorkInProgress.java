package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * How many pieces of work were on their way in a period: those that had come in and not gone out. What went out is there no longer at that
 * instant. Around the clock. Immutable; keeps two numbers for each piece that was there.
 */
public final class WorkInProgress {

    private final Window period;
    private final long[] begins;
    private final long[] ends;
    private final Fraction average;

    private WorkInProgress(Window period, long[] begins, long[] ends, Fraction average) {
        this.period = period;
        this.begins = begins;
        this.ends = ends;
        this.average = average;
    }

    /** The average over the period, weighted by time. */
    public Fraction average() {
        return average;
    }

    /**
     * How many there were.
     *
     * @param at in the period, or its very end
     * @throws IllegalArgumentException if it is another
     */
    public long at(Instant at) {
        if (at.isBefore(period.fromInclusive()) || at.isAfter(period.toExclusive())) {
            throw new IllegalArgumentException("nothing is known of " + at + ", outside of " + period);
        }
        return until(begins, Micros.of(at)) - until(ends, Micros.of(at));
    }

    /** The most that there were at once. */
    public long most() {
        long most = at(period.fromInclusive());
        int gone = 0;
        for (int come = 0; come < begins.length; come++) {
            while (gone < ends.length && ends[gone] <= begins[come]) {
                gone++;
            }
            boolean isInPeriod =
                    begins[come] >= Micros.of(period.fromInclusive()) && begins[come] < Micros.of(period.toExclusive());
            most = isInPeriod ? Math.max(most, come + 1L - gone) : most;
        }
        return most;
    }

    /** How many of the sorted numbers are at most so large. */
    private static long until(long[] sorted, long most) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What has come in. */
    static final class Gathering {
        private final Window period;
        private final List<Long> begins = new ArrayList<>();
        private final List<Long> ends = new ArrayList<>();
        private BigInteger presence = BigInteger.ZERO;

        Gathering(Window period) {
            this.period = period;
        }

        /** A piece of work, that went out at {@code end} or is still there then. */
        void add(Instant begin, Instant end, boolean isOver) {
            if (begin.isAfter(period.toExclusive()) || end.isBefore(period.fromInclusive())) {
                return;
            }
            begins.add(Micros.of(begin));
            if (isOver) {
                ends.add(Micros.of(end));
            }
            long from = Micros.of(begin.isBefore(period.fromInclusive()) ? period.fromInclusive() : begin);
            long to = Micros.of(isOver && end.isBefore(period.toExclusive()) ? end : period.toExclusive());
            presence = presence.add(BigInteger.valueOf(Math.max(0, to - from)));
        }

        /** How long they were there in the period, all together, in microseconds. */
        BigInteger presence() {
            return presence;
        }

        BigInteger length() {
            return BigInteger.valueOf(Micros.of(period.toExclusive()) - Micros.of(period.fromInclusive()));
        }

        WorkInProgress end() {
            return new WorkInProgress(period, sorted(begins), sorted(ends), new Fraction(presence, length()));
        }

        private static long[] sorted(List<Long> numbers) {
            long[] sorted = numbers.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
