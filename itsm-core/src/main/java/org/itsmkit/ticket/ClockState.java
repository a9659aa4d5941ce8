package org.itsmkit.ticket;

/** Where a service level clock stands. */
public enum ClockState {
    /** What starts it has not happened. */
    NOT_STARTED,
    /** It runs, and is not late. */
    RUNNING,
    /** It stands still, and is not late. */
    PAUSED,
    /** What was promised was done in time. */
    MET,
    /** It was late: whether or not it was done since, and whether or not it stands still. */
    BREACHED,
    /** Nothing is promised any more. */
    CANCELLED
}
