package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** An organisation: a customer, a partner, a supplier. */
public record OrganisationId(String value) implements Id {

    /** Checks the text by {@link Keys#requireName}. */
    public OrganisationId {
        Keys.requireName(value, "organisation");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static OrganisationId of(String value) {
        return new OrganisationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
