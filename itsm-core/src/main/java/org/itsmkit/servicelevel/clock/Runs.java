package org.itsmkit.servicelevel.clock;

import java.util.Arrays;
import org.itsmkit.calendar.CompiledCalendar;

/** The stretches of time in which a cycle's clock ran, in microseconds, with what was used and what had moved it when each began. */
final class Runs {

    private int size;
    private int sealed;
    private long[] from = new long[4];
    private long[] to = new long[4];
    private long[] used = new long[4];
    private long[] moved = new long[4];
    private CompiledCalendar[] time = new CompiledCalendar[4];

    /** Adds one; {@code usedBefore} and {@code movedBefore} are as it begins. One that goes on where the last ended makes it longer. */
    void add(long begin, long end, long usedBefore, long movedBefore, CompiledCalendar by) {
        if (size > sealed && to[size - 1] == begin && moved[size - 1] == movedBefore && time[size - 1] == by) {
            to[size - 1] = end;
            return;
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            used = Arrays.copyOf(used, 2 * size);
            moved = Arrays.copyOf(moved, 2 * size);
            time = Arrays.copyOf(time, 2 * size);
        }
        from[size] = begin;
        to[size] = end;
        used[size] = usedBefore;
        moved[size] = movedBefore;
        time[size++] = by;
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
        return to[run];
    }

    /** When so much is used, if the clock ran on from the beginning of that run. */
    long reaches(int run, long usedThen) {
        return usedThen <= used[run] ? from[run] : time[run].addMicros(from[run], usedThen - used[run]);
    }

    /** When a goal of working days is due, if the clock ran on from the beginning of that run: not before it. */
    long dueByDay(int run, Goal goal) {
        return Math.max(from[run], goal.dayMovedTo(moved[run], time[run]));
    }
}
