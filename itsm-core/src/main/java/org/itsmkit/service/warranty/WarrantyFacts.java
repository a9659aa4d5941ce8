package org.itsmkit.service.warranty;

import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * What is known of how well a service does what it does. What is empty, nobody knows.
 *
 * @param availability how long it was down
 * @param capacity how much is used of it
 * @param continuity what came of the last test
 * @param security what the last review found
 */
@KitStyle
@Value.Builder
public record WarrantyFacts(
        Optional<AvailabilityTarget.Measured> availability,
        Optional<CapacityTarget.Measured> capacity,
        Optional<ContinuityTarget.Tested> continuity,
        Optional<SecurityTarget.Reviewed> security)
        implements WithWarrantyFacts {

    public WarrantyFacts {
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(continuity, "continuity");
        Objects.requireNonNull(security, "security");
    }

    /** Nobody knows anything. */
    public static WarrantyFacts none() {
        return builder().build();
    }

    /** Says what is known. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    public static final class Builder extends WarrantyFactsBuilder {
        Builder() {}
    }
}
