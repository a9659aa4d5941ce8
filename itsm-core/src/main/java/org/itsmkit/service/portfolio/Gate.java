package org.itsmkit.service.portfolio;

import java.util.Locale;

/** Where somebody must say, by evidence, that a service may go on; in the order in which a service comes to them. */
public enum Gate {
    /** From an idea to what is worth designing: the end of strategy. */
    CHARTER,
    /** From what is designed to what is built and put in place: the end of design. */
    DESIGN,
    /** From what is built to what customers use: the end of transition. */
    GO_LIVE,
    /** From what is watched closely to what runs: the end of early life. */
    OPERATION,
    /** From what is used to what nobody uses. */
    RETIREMENT;

    /** As arguments name it, such as {@code go-live}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
