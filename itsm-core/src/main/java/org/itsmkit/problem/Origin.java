package org.itsmkit.problem;

/** How somebody came to look for a problem. */
public enum Origin {
    /** There were incidents. */
    REACTIVE,
    /** Somebody looked before there were any, or saw a trend in them. */
    PROACTIVE
}
