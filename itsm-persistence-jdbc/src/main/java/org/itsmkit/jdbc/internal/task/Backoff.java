package org.itsmkit.jdbc.internal.task;

import java.time.Duration;

/** The pause after a failure: a second, and twice as long after each further one, up to about 18 hours. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 16;

    private Backoff() {}

    /** The pause after {@code failures} failures in a row, at least one. */
    static Duration after(int failures) {
        return Duration.ofSeconds(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    }
}
