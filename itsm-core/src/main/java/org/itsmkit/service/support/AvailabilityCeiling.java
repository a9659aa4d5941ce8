package org.itsmkit.service.support;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.ServiceId;

/**
 * How available a service can be at most: no more than any of those without which it does not work. That holds whether these fail
 * together or one after the other, so it is no forecast, which would be lower still where they fail independently.
 *
 * @param service which service
 * @param share the least of the shares that are known, 0 to 1; empty if none is
 * @param by whose share that is, those it does not work without in the order of their ids before itself; empty if none is known
 * @param unknown those of them of which no share is known, in the order of their ids; each could lower it further
 */
public record AvailabilityCeiling(
        ServiceId service, Optional<BigDecimal> share, Optional<ServiceId> by, List<ServiceId> unknown) {

    public AvailabilityCeiling {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(by, "by");
        unknown = List.copyOf(unknown);
    }

    /**
     * The ceiling of a service by its own share and those below it.
     *
     * @param shares how available services are, or are promised to be, 0 to 1 each
     * @throws IllegalArgumentException if a share is not 0 to 1
     */
    public static AvailabilityCeiling of(SupportGraph graph, ServiceId service, Map<ServiceId, BigDecimal> shares) {
        List<ServiceId> all = new ArrayList<>(graph.essentialTo(service));
        all.add(service);
        Optional<BigDecimal> least = Optional.empty();
        Optional<ServiceId> by = Optional.empty();
        List<ServiceId> unknown = new ArrayList<>();
        for (ServiceId one : all) {
            Optional<BigDecimal> share = Optional.ofNullable(shares.get(one)).map(AvailabilityCeiling::checked);
            if (share.isEmpty()) {
                unknown.add(one);
            } else if (least.isEmpty() || share.get().compareTo(least.get()) < 0) {
                least = share;
                by = Optional.of(one);
            }
        }
        return new AvailabilityCeiling(service, least, by, unknown);
    }

    private static BigDecimal checked(BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("an availability is 0 to 1, not " + share);
        }
        return share;
    }

    /** Whether a promise of {@code target} cannot be kept: the ceiling is known to be lower. */
    public boolean isBelow(BigDecimal target) {
        return share.filter(most -> most.compareTo(target) < 0).isPresent();
    }
}
