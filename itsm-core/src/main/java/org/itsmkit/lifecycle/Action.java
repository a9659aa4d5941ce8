package org.itsmkit.lifecycle;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/**
 * The name of what may be done to a record: the column of a lifecycle's table, and what permissions speak of. Open: rooms declare
 * their standard ones, hosts add others.
 */
public record Action(String value) implements Id {

    /** Checks the text by {@link Keys#requireCode}. */
    public Action {
        Keys.requireCode(value, "action");
    }

    /** The action of that name. */
    public static Action of(String value) {
        return new Action(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
