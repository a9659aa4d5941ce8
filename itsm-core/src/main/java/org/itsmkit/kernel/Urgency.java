package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** How soon something must be dealt with. Open: a priority matrix says which there are. */
public record Urgency(String value) implements Id {

    /** Checks the text by {@link Keys#requireCode}. */
    public Urgency {
        Keys.requireCode(value, "urgency");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static Urgency of(String value) {
        return new Urgency(value);
    }

    /** Every hour does more harm. */
    public static final Urgency HIGH = of("high");
    /** Can wait a little. */
    public static final Urgency MEDIUM = of("medium");
    /** Can wait. */
    public static final Urgency LOW = of("low");

    @Override
    public String toString() {
        return value;
    }
}
