package org.itsmkit.benchmarks.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * How quick it can be at all: running totals over windows in whole seconds, found by an index of equal pieces of time and of work, and no
 * question about what lies outside. It is what the kit is measured by, and it knows nothing of the kit.
 */
final class LimitCalendar {

    private static final int SHIFT = 15;

    private final long begin;

    /** Of each window its begin, its end and the work before it, in one place. */
    private final long[] windows;

    private final int[] byTime;
    private final int[] byWork;

    LimitCalendar(long[] edges) {
        int count = edges.length / 2;
        begin = edges[0];
        windows = new long[3 * count + 3];
        long work = 0;
        for (int i = 0; i < count; i++) {
            windows[3 * i] = edges[2 * i];
            windows[3 * i + 1] = edges[2 * i + 1];
            windows[3 * i + 2] = work;
            work += edges[2 * i + 1] - edges[2 * i];
        }
        windows[3 * count] = Long.MAX_VALUE;
        windows[3 * count + 2] = work;
        byTime = new int[(int) ((edges[edges.length - 1] - begin) >> SHIFT) + 1];
        for (int place = 0, window = 0; place < byTime.length; place++) {
            while (windows[window + 3] <= begin + ((long) place << SHIFT)) {
                window += 3;
            }
            byTime[place] = window;
        }
        byWork = new int[(int) (work >> SHIFT) + 1];
        for (int place = 0, window = 0; place < byWork.length; place++) {
            while (windows[window + 5] < (long) place << SHIFT) {
                window += 3;
            }
            byWork[place] = window;
        }
    }

    private int window(long second) {
        int window = byTime[(int) ((second - begin) >> SHIFT)];
        while (windows[window + 3] <= second) {
            window += 3;
        }
        return window;
    }

    /** The open time between two instants. */
    Duration elapsed(Instant from, Instant to) {
        int first = window(from.getEpochSecond());
        int last = window(to.getEpochSecond());
        boolean in = from.getEpochSecond() < windows[first + 1];
        boolean out = to.getEpochSecond() < windows[last + 1];
        long seconds = work(last, out ? to.getEpochSecond() : windows[last + 1])
                - work(first, in ? from.getEpochSecond() : windows[first + 1]);
        return Duration.ofSeconds(seconds, (out ? to.getNano() : 0) - (in ? from.getNano() : 0));
    }

    private long work(int window, long until) {
        return windows[window + 2] + until - windows[window];
    }

    /** The earliest instant by which {@code open} has passed. */
    Instant deadline(Instant from, Duration open) {
        int first = window(from.getEpochSecond());
        boolean in = from.getEpochSecond() < windows[first + 1];
        long work = work(first, in ? from.getEpochSecond() : windows[first + 1]) + open.getSeconds();
        int nano = (in ? from.getNano() : 0) + open.getNano();
        if (nano >= 1_000_000_000) {
            nano -= 1_000_000_000;
            work++;
        }
        int window = byWork[(int) (work >> SHIFT)];
        while (windows[window + 5] < work || windows[window + 5] == work && nano > 0) {
            window += 3;
        }
        return Instant.ofEpochSecond(windows[window] + work - windows[window + 2], nano);
    }
}
