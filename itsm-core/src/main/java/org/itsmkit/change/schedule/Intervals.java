package org.itsmkit.change.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * Things with windows, in the order of their beginnings, of which those are found that overlap some time: in a balanced tree that is not
 * there. The middle of a range is the root of what is left and right of it, and knows when the last of them ends (an augmented tree, as in
 * Cormen et al., Introduction to Algorithms, chapter on interval trees). It takes {@code O(log n + found)} steps. Immutable.
 */
final class Intervals<T> {

    private final List<T> all;
    private final long[] begins;
    private final long[] ends;

    /** By the root of a range, the last end in it. */
    private final long[] latest;

    private Intervals(List<T> all, Function<T, Window> window) {
        this.all = all;
        begins = all.stream()
                .mapToLong(each -> Micros.of(window.apply(each).fromInclusive()))
                .toArray();
        ends = all.stream()
                .mapToLong(each -> Micros.of(window.apply(each).toExclusive()))
                .toArray();
        latest = new long[ends.length];
        latest(0, ends.length);
    }

    /** Those that begin at the same time stay in the order in which they are given. */
    static <T> Intervals<T> of(Collection<T> any, Function<T, Window> window) {
        List<T> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(each -> window.apply(each).fromInclusive()));
        return new Intervals<>(Collections.unmodifiableList(sorted), window);
    }

    private long latest(int from, int to) {
        if (from >= to) {
            return Long.MIN_VALUE;
        }
        int root = (from + to) >>> 1;
        latest[root] = Math.max(ends[root], Math.max(latest(from, root), latest(root + 1, to)));
        return latest[root];
    }

    /** In the order of their beginnings. */
    List<T> all() {
        return all;
    }

    /** Those that overlap {@code window}, in the order of their beginnings. */
    void overlapping(Window window, Consumer<? super T> each) {
        if (ends.length > 0) {
            visit(0, ends.length, Micros.of(window.fromInclusive()), Micros.of(window.toExclusive()), each);
        }
    }

    private void visit(int low, int high, long from, long to, Consumer<? super T> each) {
        int root = (low + high) >>> 1;
        if (low >= high || latest[root] <= from) {
            return;
        }
        visit(low, root, from, to, each);
        if (begins[root] < to) {
            if (ends[root] > from) {
                each.accept(all.get(root));
            }
            visit(root + 1, high, from, to, each);
        }
    }
}
