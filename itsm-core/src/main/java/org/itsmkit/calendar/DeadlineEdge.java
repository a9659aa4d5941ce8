package org.itsmkit.calendar;

/** Where a deadline falls that uses up the last of a window. */
public enum DeadlineEdge {
    /** When the window closes: the earliest instant by which so much open time has passed. */
    CLOSING,
    /** When the next one opens: the latest instant by which no more has passed. */
    NEXT_OPENING
}
