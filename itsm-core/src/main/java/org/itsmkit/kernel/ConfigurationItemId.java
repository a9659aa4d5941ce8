package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** Anything that has to be looked after so that services can be delivered: a server, a database, a rack, a contract. */
public record ConfigurationItemId(String value) implements Id {

    /** Checks the text by {@link Keys#requireName}. */
    public ConfigurationItemId {
        Keys.requireName(value, "configuration item");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static ConfigurationItemId of(String value) {
        return new ConfigurationItemId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
