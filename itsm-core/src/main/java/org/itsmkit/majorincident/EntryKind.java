package org.itsmkit.majorincident;

/** What sort of thing is written into the timeline. */
public enum EntryKind {
    /** Somebody saw something. */
    OBSERVATION,
    /** Something was decided. */
    DECISION,
    /** Somebody did something. */
    ACTION,
    /** Somebody told somebody. */
    COMMUNICATION
}
