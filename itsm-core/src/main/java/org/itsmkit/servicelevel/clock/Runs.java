package org.itsmkit.servicelevel.clock;

import java.util.Arrays;
import org.itsmkit.calendar.CompiledCalendar;

/**
 * The stretches of time in which a cycle's clock ran, in microseconds, with what was used and what had moved it when each began: of each
 * run these four in a row, as most clocks run but once or twice.
 */
final class Runs {

    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int USED = 2;
    private static final int MOVED = 3;
    private static final int WIDTH = 4;

    private int size;
    private int sealed;
    private long[] runs = new long[2 * WIDTH];
    private CompiledCalendar[] time = new CompiledCalendar[2];

    /** Adds one; {@code usedBefore} and {@code movedBefore} are as it begins. One that goes on where the last ended makes it longer. */
    void add(long begin, long end, long usedBefore, long movedBefore, CompiledCalendar by) {
        int last = size - 1;
        if (size > sealed && of(last, TO) == begin && of(last, MOVED) == movedBefore && time[last] == by) {
            runs[last * WIDTH + TO] = end;
            return;
        }
        if (size == time.length) {
            runs = Arrays.copyOf(runs, 2 * size * WIDTH);
            time = Arrays.copyOf(time, 2 * size);
        }
        int place = size * WIDTH;
        runs[place + FROM] = begin;
        runs[place + TO] = end;
        runs[place + USED] = usedBefore;
        runs[place + MOVED] = movedBefore;
        time[size++] = by;
    }

    private long of(int run, int what) {
        return runs[run * WIDTH + what];
    }

    void clear() {
        size = 0;
        sealed = 0;
    }

    /** What is added from now on does not make longer what is there. */
    void seal() {
        sealed = size;
    }

    int size() {
        return size;
    }

    long to(int run) {
        return of(run, TO);
    }

    /** Whether that run, which is not the last, ended before so much was used. */
    boolean endsBefore(int run, long usedThen) {
        return of(run + 1, USED) < usedThen;
    }

    /** When so much is used, if the clock ran on from the beginning of that run. */
    long reaches(int run, long usedThen) {
        long from = of(run, FROM);
        long used = of(run, USED);
        return usedThen <= used ? from : time[run].addMicros(from, usedThen - used);
    }

    /** When a goal of working days is due, if the clock ran on from the beginning of that run: not before it. */
    long dueByDay(int run, Goal goal) {
        return Math.max(of(run, FROM), goal.dayMovedTo(of(run, MOVED), time[run]));
    }
}
