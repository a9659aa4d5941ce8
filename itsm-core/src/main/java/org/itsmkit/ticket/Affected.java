package org.itsmkit.ticket;

import java.util.Set;

/**
 * What technically something is about.
 *
 * @param items the configuration items; at most {@link #MOST_ITEMS}
 * @param errorCodes what was shown or logged, such as {@code ORA-00600}, as it stood there; at most {@link #MOST_CODES}
 */
public record Affected(Set<AffectedItem> items, Set<String> errorCodes) {

    /** The most configuration items that one ticket is about. */
    public static final int MOST_ITEMS = 200;

    /** The most error codes of one ticket. */
    public static final int MOST_CODES = 50;

    /** The most code points of a version or an error code. */
    public static final int CODE_LENGTH = 128;

    private static final Affected BLANK = new Affected(Set.of(), Set.of());

    public Affected {
        items = Set.copyOf(items);
        errorCodes = Set.copyOf(errorCodes);
    }

    /** Nothing is known. */
    public static Affected blank() {
        return BLANK;
    }

    /** Whether nothing is known. */
    public boolean isBlank() {
        return items.isEmpty() && errorCodes.isEmpty();
    }
}
