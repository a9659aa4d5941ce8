package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** How much depends on a service. Open: a priority matrix says which make a difference. */
public record Criticality(String value) implements Id {

    /** The business stands still without it. */
    public static final Criticality BUSINESS_CRITICAL = of("business-critical");

    /** Checks the text by {@link Keys#requireCode}. */
    public Criticality {
        Keys.requireCode(value, "criticality");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static Criticality of(String value) {
        return new Criticality(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
