package org.itsmkit.service.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.ServiceId;

/**
 * How a service is to end.
 *
 * @param on the first day on which nobody has it any longer
 * @param successor what customers use instead, if anything
 * @param reason why it ends
 */
public record PlannedRetirement(LocalDate on, Optional<ServiceId> successor, String reason) {

    public PlannedRetirement {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(successor, "successor");
        Objects.requireNonNull(reason, "reason");
    }

    /** When that day begins; in UTC, for customers are in several zones. */
    public Instant begins() {
        return on.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
