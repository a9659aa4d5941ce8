package org.itsmkit.kernel;

import java.time.Duration;

/**
 * When incidents come back so often that there may be a problem: so many of them about the same service and category within so long.
 *
 * @param times how many, the last included; 2 to {@value #MOST}
 * @param within how long before the last they were logged, that instant included; 1 hour to 1,000 days
 */
public record Recurrence(int times, Duration within) {

    /** The most incidents that it takes. */
    public static final int MOST = 10_000;

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1_000);

    public Recurrence {
        if (times < 2 || times > MOST) {
            throw new IllegalArgumentException("times must be 2 to " + MOST + ", not " + times);
        }
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("within must be an hour to a thousand days, not " + within);
        }
    }
}
