package org.itsmkit.valuestream.flow.journey;

import java.time.Duration;
import java.time.Instant;
import org.itsmkit.calendar.CompiledCalendar;

/**
 * Says how much time counts between two instants. What counts between a first and a third is what counts between the first and a second, and
 * that and the third, together. Pure; safe for use by many threads.
 */
@FunctionalInterface
public interface FlowTime {

    /**
     * Returns how much time counts.
     *
     * @param fromInclusive when it begins
     * @param toExclusive when it ends, not before {@code fromInclusive}
     */
    Duration between(Instant fromInclusive, Instant toExclusive);

    /** All of it does: around the clock, every day. */
    static FlowTime elapsed() {
        return Duration::between;
    }

    /** What {@code calendar} has open does. */
    static FlowTime of(CompiledCalendar calendar) {
        return calendar::openTimeBetween;
    }
}
