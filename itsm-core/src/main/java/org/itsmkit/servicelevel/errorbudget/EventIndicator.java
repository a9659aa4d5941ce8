package org.itsmkit.servicelevel.errorbudget;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Counted events, some of which are good. An answer takes {@code log n} steps for {@code n} counts. Immutable; safe for use by many threads.
 */
public final class EventIndicator implements Indicator {

    private final Instant[] at;

    // Sums of all counts before a place.
    private final long[] bad;
    private final long[] total;

    private EventIndicator(List<EventCount> sorted) {
        at = new Instant[sorted.size()];
        bad = new long[at.length + 1];
        total = new long[at.length + 1];
        for (int i = 0; i < at.length; i++) {
            EventCount count = sorted.get(i);
            at[i] = count.at();
            if (total[i] > Long.MAX_VALUE - count.total()) {
                throw new IllegalArgumentException("more than " + Long.MAX_VALUE + " events");
            }
            bad[i + 1] = bad[i] + count.total() - count.good();
            total[i + 1] = total[i] + count.total();
        }
    }

    /**
     * These counts, in any order; those of the same instant add up.
     *
     * @throws IllegalArgumentException if they are more than 2^63 − 1 events together
     */
    public static EventIndicator of(Collection<EventCount> counts) {
        return new EventIndicator(
                counts.stream().sorted(Comparator.comparing(EventCount::at)).toList());
    }

    /** {@inheritDoc} The unit is an event. */
    @Override
    public Tally tally(Instant fromInclusive, Instant toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(toExclusive + " is before " + fromInclusive);
        }
        int from = firstNotBefore(fromInclusive);
        int to = firstNotBefore(toExclusive);
        return Tally.of(bad[to] - bad[from], total[to] - total[from]);
    }

    private int firstNotBefore(Instant instant) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle].isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean isTotalKnown() {
        return false;
    }

    @Override
    public String toString() {
        return bad[at.length] + " of " + total[at.length] + " events bad";
    }
}
