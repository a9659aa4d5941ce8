package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** How far the effect of something reaches. Open: a priority matrix says which there are. */
public record Impact(String value) implements Id {

    /** Checks the text by {@link Keys#requireCode}. */
    public Impact {
        Keys.requireCode(value, "impact");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static Impact of(String value) {
        return new Impact(value);
    }

    /** Reaches the whole business, or a service that it cannot do without. */
    public static final Impact HIGH = of("high");
    /** Reaches some departments or many people. */
    public static final Impact MEDIUM = of("medium");
    /** Reaches a few people. */
    public static final Impact LOW = of("low");

    @Override
    public String toString() {
        return value;
    }
}
