package org.itsmkit.change.model;

/** What is planned of a change. */
public enum PlanKind {
    /** How it is made. */
    IMPLEMENTATION,
    /** How it is undone if it goes wrong. */
    BACK_OUT,
    /** How one sees that it went well. */
    TEST,
    /** Who is told, and when. */
    COMMUNICATION
}
