package org.itsmkit.calendar;

import static org.itsmkit.calendar.Walker.MINUTE;

import java.util.function.LongPredicate;

/**
 * Some days of {@link Walker}'s, minute by minute: what is asked of them is counted minute by minute.
 *
 * @param begin the first minute
 * @param open of each minute whether it is open
 */
record Minutes(long begin, boolean[] open) {

    static Minutes of(LongPredicate walker, long begin, int minutes) {
        boolean[] open = new boolean[minutes];
        for (int i = 0; i < minutes; i++) {
            open[i] = walker.test(begin + i * MINUTE);
        }
        return new Minutes(begin, open);
    }

    private int place(long minute) {
        return (int) ((minute - begin) / MINUTE);
    }

    boolean isOpen(long at) {
        return open[place(at)];
    }

    /** Open time from one whole minute to a later one. */
    long between(long from, long to) {
        long sum = 0;
        for (int i = place(from); i < place(to); i++) {
            sum += open[i] ? MINUTE : 0;
        }
        return sum;
    }

    /** The end of the minute by which {@code minutes}, at least one, have passed; {@code NEVER} if they do not here. */
    long add(long from, int minutes) {
        int left = minutes;
        for (int i = place(from); i < open.length; i++) {
            left -= open[i] ? 1 : 0;
            if (left == 0) {
                return begin + (i + 1) * MINUTE;
            }
        }
        return CompiledCalendar.NEVER;
    }

    /** The begin of the minute from which {@code minutes}, at least one, pass; {@code NEVER_BEFORE} if they do not here. */
    long subtract(long to, int minutes) {
        int left = minutes;
        for (int i = place(to) - 1; i >= 0; i--) {
            left -= open[i] ? 1 : 0;
            if (left == 0) {
                return begin + i * MINUTE;
            }
        }
        return CompiledCalendar.NEVER_BEFORE;
    }
}
