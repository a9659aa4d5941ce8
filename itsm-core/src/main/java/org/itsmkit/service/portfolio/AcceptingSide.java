package org.itsmkit.service.portfolio;

import java.util.Locale;

/** Who must accept a service before customers use it. */
public enum AcceptingSide {
    /** Who answers for what it is worth: its owner. */
    OWNER,
    /** Who will run and support it: somebody of the team that is named for that. */
    OPERATIONS;

    /** As arguments name it, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
