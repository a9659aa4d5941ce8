package org.itsmkit.settings;

import java.util.Objects;
import org.itsmkit.kernel.Tailoring;

/**
 * What a tenant has tailored, as a record: versioned and journaled like any other.
 *
 * @param tailoring what differs from the host's defaults
 */
public record TenantSettings(Tailoring tailoring) {

    public TenantSettings {
        Objects.requireNonNull(tailoring, "tailoring");
    }
}
