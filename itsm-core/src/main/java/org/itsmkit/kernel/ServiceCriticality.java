package org.itsmkit.kernel;

import java.util.Objects;

/** How much depends on one service. */
public record ServiceCriticality(ServiceId service, Criticality criticality) {
    public ServiceCriticality {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(criticality, "criticality");
    }
}
