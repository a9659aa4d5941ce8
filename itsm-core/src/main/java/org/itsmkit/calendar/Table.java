package org.itsmkit.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The windows between two instants, in microseconds since 1970, with the open time before each. An index leads from an instant, and
 * another from an amount of open time, to a window close by: both have about as many places as there are windows, so that a few steps lead
 * from there to the right one. Immutable.
 */
final class Table {

    private final long from;
    private final long to;
    /** How many windows there are. */
    private final int count;

    /**
     * Of each window when it opens, when it closes, and the open time before it: side by side, for who needs one needs the others; and at
     * the end one that never opens, after all.
     */
    private final long[] windows;

    private final int timeShift;
    /** For each piece of time how many windows begin before it. */
    private final int[] byTime;

    private final int workShift;
    /** For each piece of open time the first window that ends after it began. */
    private final int[] byWork;

    private Table(long from, long to, List<Window> windows) {
        this.from = from;
        this.to = to;
        this.count = windows.size();
        this.windows = new long[3 * count + 3];
        long open = 0;
        for (int i = 0; i < count; i++) {
            this.windows[3 * i] = micros(windows.get(i).fromInclusive());
            this.windows[3 * i + 1] = micros(windows.get(i).toExclusive());
            this.windows[3 * i + 2] = open;
            open += end(i) - start(i);
        }
        this.windows[3 * count] = CompiledCalendar.NEVER;
        this.windows[3 * count + 1] = CompiledCalendar.NEVER;
        this.windows[3 * count + 2] = open;
        timeShift = shift(to - from, count);
        byTime = new int[places(to - from, timeShift)];
        for (int place = 0, window = 0; place < byTime.length; place++) {
            while (window < count && start(window) < from + ((long) place << timeShift)) {
                window++;
            }
            byTime[place] = window;
        }
        workShift = shift(total(), count);
        byWork = new int[places(total(), workShift)];
        for (int place = 0, window = 0; place < byWork.length; place++) {
            while (window < count - 1 && before(window + 1) < (long) place << workShift) {
                window++;
            }
            byWork[place] = window;
        }
    }

    /** A table of nothing, which covers nothing. */
    static Table empty(long at) {
        return new Table(at, at, List.of());
    }

    static Table of(OpenWindows source, long from, long to) {
        return new Table(from, to, source.windows(instant(from), instant(to)));
    }

    /** How far to shift so that {@code span} falls into one to two pieces per window. */
    private static int shift(long span, int windows) {
        int shift = 0;
        while (span >> shift > 2L * Math.max(windows, 1)) {
            shift++;
        }
        return shift;
    }

    private static int places(long span, int shift) {
        return (int) (span >> shift) + 1;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    boolean isBlank() {
        return from == to;
    }

    boolean covers(long begin, long end) {
        return from <= begin && end <= to && from < to;
    }

    /** All open time that is in it. */
    long total() {
        return before(count);
    }

    private long start(int window) {
        return windows[3 * window];
    }

    private long end(int window) {
        return windows[3 * window + 1];
    }

    private long before(int window) {
        return windows[3 * window + 2];
    }

    /** How many windows have begun at {@code at}, which it covers. */
    private int begun(long at) {
        int begun = byTime[(int) ((at - from) >> timeShift)];
        while (begun < count && start(begun) <= at) {
            begun++;
        }
        return begun;
    }

    boolean isOpen(long at) {
        int begun = begun(at);
        return begun > 0 && at < end(begun - 1);
    }

    /** The open time from where it begins to {@code at}, which it covers. */
    long openBefore(long at) {
        int begun = begun(at);
        if (begun == 0) {
            return 0;
        }
        int last = begun - 1;
        return before(last) + Math.min(at, end(last)) - start(last);
    }

    /** The earliest instant by which {@code work} of open time has passed; that is more than none and not more than all. */
    long earliest(long work) {
        int window = byWork[(int) (work >> workShift)];
        while (before(window + 1) < work) {
            window++;
        }
        return start(window) + (work - before(window));
    }

    /** The latest instant by which no more than {@code work} of open time has passed; that is less than all. */
    long latest(long work) {
        int window = byWork[(int) (work >> workShift)];
        while (before(window + 1) <= work) {
            window++;
        }
        return start(window) + (work - before(window));
    }

    /** When a window opens first after {@code at}, which may be before all; {@link CompiledCalendar#NEVER} if none does. */
    long openingAfter(long at) {
        int next = at < from ? 0 : begun(at);
        return start(next);
    }

    /** When a window closes first after {@code at}, which may be before all; {@link CompiledCalendar#NEVER} if none does. */
    long closingAfter(long at) {
        int last = at < from ? 0 : Math.max(begun(at) - 1, 0);
        while (end(last) <= at) {
            last++;
        }
        return end(last);
    }

    /** When a window opened last before {@code at}, which may be after all; {@link CompiledCalendar#NEVER_BEFORE} if none did. */
    long openingBefore(long at) {
        int last = (at > to ? count : begun(at)) - 1;
        while (last >= 0 && start(last) >= at) {
            last--;
        }
        return last >= 0 ? start(last) : CompiledCalendar.NEVER_BEFORE;
    }

    /** When a window closed last before {@code at}, which may be after all; {@link CompiledCalendar#NEVER_BEFORE} if none did. */
    long closingBefore(long at) {
        int last = (at > to ? count : begun(at)) - 1;
        while (last >= 0 && end(last) >= at) {
            last--;
        }
        return last >= 0 ? end(last) : CompiledCalendar.NEVER_BEFORE;
    }
}
