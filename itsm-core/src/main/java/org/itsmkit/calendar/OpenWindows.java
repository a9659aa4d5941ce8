package org.itsmkit.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A set of instants, made of windows: where somebody could act. {@link BusinessCalendar} is one; hosts may write their own, of recurring
 * windows for instance. Pure: the same question has the same answer. Safe for use by many threads.
 */
@FunctionalInterface
public interface OpenWindows {

    /**
     * Returns what of this lies between two instants: windows in their order, cut off at both ends, that neither overlap nor touch.
     *
     * @throws IllegalArgumentException if {@code toExclusive} is before {@code fromInclusive}
     */
    List<Window> windows(Instant fromInclusive, Instant toExclusive);

    /** Returns what is open in these windows and nowhere else. They may be in any order, and may overlap and touch. */
    static OpenWindows of(Collection<Window> windows) {
        List<Window> joined = List.copyOf(Windows.of(List.copyOf(windows)));
        return (from, to) -> Windows.clip(joined, from, to);
    }

    /** Returns what is open at all times: by it, time is elapsed time. */
    static OpenWindows always() {
        return of(List.of(new Window(Instant.MIN, Instant.MAX)));
    }

    /** Open where this or the other is: teams that follow the sun. */
    default OpenWindows union(OpenWindows other) {
        return (from, to) -> Windows.union(windows(from, to), other.windows(from, to));
    }

    /** Open where both are. */
    default OpenWindows intersection(OpenWindows other) {
        return (from, to) -> Windows.intersection(windows(from, to), other.windows(from, to));
    }

    /** Open where this is and the other is not: around the clock but for maintenance. */
    default OpenWindows difference(OpenWindows other) {
        return (from, to) -> Windows.difference(windows(from, to), other.windows(from, to));
    }

    /** Returns what answers questions about this quickly. To be kept: it remembers what it has worked out. */
    default CompiledCalendar compile() {
        return new CompiledCalendar(this);
    }
}
