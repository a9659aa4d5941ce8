package org.itsmkit.service.warranty;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * How well a service is to do what it does.
 *
 * @param availability how much of the agreed time it is usable; empty if nobody said
 * @param capacity how much room there is; empty if nobody said
 * @param continuity how soon it is back after a disaster; empty if nobody said
 * @param security how few weaknesses it has; empty if nobody said
 */
@KitStyle
@Value.Builder
public record WarrantyTargets(
        Optional<AvailabilityTarget> availability,
        Optional<CapacityTarget> capacity,
        Optional<ContinuityTarget> continuity,
        Optional<SecurityTarget> security)
        implements WithWarrantyTargets {

    public WarrantyTargets {
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(continuity, "continuity");
        Objects.requireNonNull(security, "security");
    }

    /** Nobody said anything. */
    public static WarrantyTargets none() {
        return builder().build();
    }

    /** Says some of it. */
    public static Builder builder() {
        return new Builder();
    }

    /** Of what nothing was said, in the order of the facets. */
    public List<WarrantyFacet> missing() {
        return Arrays.stream(WarrantyFacet.values())
                .filter(facet -> !says(facet))
                .toList();
    }

    private boolean says(WarrantyFacet facet) {
        return switch (facet) {
            case AVAILABILITY -> availability.isPresent();
            case CAPACITY -> capacity.isPresent();
            case CONTINUITY -> continuity.isPresent();
            case SECURITY -> security.isPresent();
        };
    }

    /** Builds targets. */
    public static final class Builder extends WarrantyTargetsBuilder {
        Builder() {}
    }
}
