package org.itsmkit.servicelevel.availability;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** In whose hands it lay that a service could not be used. Hosts add their own; agreements say which of them count. */
public record OutageCause(String value) implements Id {

    /** The provider: the service itself, its components, its people. */
    public static final OutageCause PROVIDER = of("provider");

    /** Somebody who supplies the provider. */
    public static final OutageCause SUPPLIER = of("supplier");

    /** The customer. */
    public static final OutageCause CUSTOMER = of("customer");

    /** Maintenance that was not agreed beforehand, or took longer. What was agreed is no outage; see {@link AgreedServiceTime}. */
    public static final OutageCause MAINTENANCE = of("maintenance");

    /** What nobody could prevent. */
    public static final OutageCause FORCE_MAJEURE = of("force-majeure");

    /** Nobody knows yet. */
    public static final OutageCause UNKNOWN = of("unknown");

    /** Checks the text by {@link Keys#requireCode}. */
    public OutageCause {
        Keys.requireCode(value, "cause");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static OutageCause of(String value) {
        return new OutageCause(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
