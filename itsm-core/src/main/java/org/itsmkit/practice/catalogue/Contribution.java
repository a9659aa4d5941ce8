package org.itsmkit.practice.catalogue;

import java.util.Locale;

/** How much of an activity of the value chain is done by a practice: our judgement, to be replaced by that of whoever knows better. */
public enum Contribution {
    /** Nothing to speak of. */
    NONE,
    /** It helps. */
    LOW,
    /** The activity is worse without it. */
    MEDIUM,
    /** The activity cannot be done without it. */
    HIGH;

    /** As tables name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
