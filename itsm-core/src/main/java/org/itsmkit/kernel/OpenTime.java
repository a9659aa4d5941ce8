package org.itsmkit.kernel;

import java.time.Duration;
import java.time.Instant;

/** Says when so much time will have passed in which somebody could have acted. Pure; safe for use by many threads. */
@FunctionalInterface
public interface OpenTime {

    /**
     * Returns the first instant at which {@code open} of open time has passed since {@code from}.
     *
     * @param open positive
     */
    Instant after(Instant from, Duration open);

    /** All time is open: around the clock, every day. */
    static OpenTime always() {
        return Instant::plus;
    }
}
