package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.Objects;

/**
 * A target and the service hours by which it is measured, and since when they are in force.
 *
 * @param from since when: when it was attached, or took the place of another
 */
public record Since(Instant from, Target target, ServiceHours hours) {
    public Since {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(hours, "hours");
    }
}
