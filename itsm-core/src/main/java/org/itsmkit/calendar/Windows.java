package org.itsmkit.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of windows. Those that are given and returned are in their order, and neither overlap nor touch. */
final class Windows {

    private Windows() {}

    /** Puts any windows in order, and those that overlap or touch together. */
    static List<Window> of(List<Window> any) {
        List<Window> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(Window::fromInclusive));
        List<Window> joined = new ArrayList<>(sorted.size());
        for (Window window : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !window.fromInclusive().isAfter(joined.get(last).toExclusive())) {
                if (window.toExclusive().isAfter(joined.get(last).toExclusive())) {
                    joined.set(last, new Window(joined.get(last).fromInclusive(), window.toExclusive()));
                }
            } else {
                joined.add(window);
            }
        }
        return joined;
    }

    static List<Window> union(List<Window> one, List<Window> other) {
        List<Window> all = new ArrayList<>(one);
        all.addAll(other);
        return of(all);
    }

    static List<Window> intersection(List<Window> one, List<Window> other) {
        List<Window> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            Window a = one.get(i);
            Window b = other.get(j);
            Instant from = later(a.fromInclusive(), b.fromInclusive());
            Instant to = earlier(a.toExclusive(), b.toExclusive());
            if (from.isBefore(to)) {
                common.add(new Window(from, to));
            }
            if (a.toExclusive().isBefore(b.toExclusive())) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    static List<Window> difference(List<Window> one, List<Window> other) {
        List<Window> left = new ArrayList<>();
        int j = 0;
        for (Window window : one) {
            Instant from = window.fromInclusive();
            while (j < other.size() && !other.get(j).toExclusive().isAfter(from)) {
                j++;
            }
            for (int k = j; k < other.size() && other.get(k).fromInclusive().isBefore(window.toExclusive()); k++) {
                if (from.isBefore(other.get(k).fromInclusive())) {
                    left.add(new Window(from, other.get(k).fromInclusive()));
                }
                from = later(from, other.get(k).toExclusive());
            }
            if (from.isBefore(window.toExclusive())) {
                left.add(new Window(from, window.toExclusive()));
            }
        }
        return left;
    }

    /** What lies between two instants. */
    static List<Window> clip(List<Window> windows, Instant fromInclusive, Instant toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(toExclusive + " is before " + fromInclusive);
        }
        return fromInclusive.equals(toExclusive)
                ? List.of()
                : intersection(windows, List.of(new Window(fromInclusive, toExclusive)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
