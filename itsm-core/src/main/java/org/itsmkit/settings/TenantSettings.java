package org.itsmkit.settings;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Tailoring;

/**
 * What a tenant has tailored, as a record: versioned and journaled like any other.
 *
 * @param tailoring what differs from the host's defaults
 * @param agreements how often what is agreed with or within the tenant has changed; empty if nothing was ever agreed. Whoever keeps what
 *     is in force made ready knows by it when to make it anew
 * @param policies how often what every command of the tenant passes has changed, in the same way; empty if no policy was ever enacted
 */
public record TenantSettings(Tailoring tailoring, Optional<Long> agreements, Optional<Long> policies) {

    public TenantSettings {
        Objects.requireNonNull(tailoring, "tailoring");
        Objects.requireNonNull(agreements, "agreements");
        Objects.requireNonNull(policies, "policies");
    }

    /** Settings of a tenant with whom nothing was ever agreed, and who has enacted no policy. */
    public TenantSettings(Tailoring tailoring) {
        this(tailoring, Optional.empty(), Optional.empty());
    }

    TenantSettings tailored(Tailoring other) {
        return new TenantSettings(other, agreements, policies);
    }

    TenantSettings agreedOtherwise() {
        return new TenantSettings(tailoring, Optional.of(agreements.orElse(0L) + 1), policies);
    }

    TenantSettings governedOtherwise() {
        return new TenantSettings(tailoring, agreements, Optional.of(policies.orElse(0L) + 1));
    }
}
