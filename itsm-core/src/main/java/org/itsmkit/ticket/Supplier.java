package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.OrganisationId;

/**
 * A supplier that is involved in a ticket.
 *
 * @param organisation who they are
 * @param reference the number under which they know of it themselves, if they have given one
 */
public record Supplier(OrganisationId organisation, Optional<String> reference) {

    public Supplier {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(reference, "reference");
    }
}
