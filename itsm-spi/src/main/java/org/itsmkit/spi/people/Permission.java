package org.itsmkit.spi.people;

import org.itsmkit.spi.Keys;

/**
 * Something that may be allowed: an action on a kind of record.
 *
 * @param kind the kind's name
 * @param action the action's name; {@link #READ} to see records
 */
public record Permission(String kind, String action) {

    /** The action of finding a record and reading its public history. */
    public static final String READ = "read";

    /** The action of reading what is internal to the provider: internal comments and the like. */
    public static final String READ_INTERNAL = "read-internal";

    public Permission {
        Keys.requireCode(kind, "kind");
        Keys.requireCode(action, "action");
    }

    @Override
    public String toString() {
        return kind + ":" + action;
    }
}
