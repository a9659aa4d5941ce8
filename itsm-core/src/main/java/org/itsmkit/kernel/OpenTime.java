package org.itsmkit.kernel;

import java.time.Duration;
import java.time.Instant;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.spi.Micros;

/** Says when so much time will have passed in which somebody could have acted. Pure; safe for use by many threads. */
@FunctionalInterface
public interface OpenTime {

    /**
     * Returns the first instant at which {@code open} of open time has passed since {@code from}.
     *
     * @param open positive
     */
    Instant after(Instant from, Duration open);

    /** What {@code calendar} has open; where that is never so much, at the last instant that is kept. */
    static OpenTime of(CompiledCalendar calendar) {
        return (from, open) -> calendar.add(from, open).orElse(Micros.MAX);
    }

    /** All time is open: around the clock, every day. */
    static OpenTime always() {
        return Instant::plus;
    }
}
