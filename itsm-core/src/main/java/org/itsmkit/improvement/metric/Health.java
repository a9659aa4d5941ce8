package org.itsmkit.improvement.metric;

/** How something is doing. */
public enum Health {
    /** As it should be. */
    GREEN,
    /** Not as it should be, and to be looked at. */
    AMBER,
    /** Bad. */
    RED,
    /** Nobody knows: not measured, not lately, or resting on what was not. */
    UNKNOWN
}
