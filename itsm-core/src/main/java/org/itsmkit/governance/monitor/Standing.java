package org.itsmkit.governance.monitor;

/** How what was measured stands against what was planned. */
public enum Standing {
    /** As planned, within the tolerance. */
    ON_TRACK,
    /** Behind the plan, by more than the tolerance. */
    BEHIND,
    /** Ahead of the plan, by more than the tolerance. */
    AHEAD,
    /** What was measured last is at the goal, or past it. */
    ACHIEVED,
    /** The goal is due, and what was measured last is not there. */
    MISSED,
    /** Nothing was measured, or nothing is directed. */
    NO_DATA,
    /** What was measured last is too old to say. */
    STALE
}
