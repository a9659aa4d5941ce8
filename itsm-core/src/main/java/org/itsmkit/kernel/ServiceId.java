package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** A service that is offered to customers. */
public record ServiceId(String value) implements Id {

    /** Checks the text by {@link Keys#requireName}. */
    public ServiceId {
        Keys.requireName(value, "service");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static ServiceId of(String value) {
        return new ServiceId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
