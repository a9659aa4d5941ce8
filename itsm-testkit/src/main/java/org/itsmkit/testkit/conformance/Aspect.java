package org.itsmkit.testkit.conformance;

/** What can be compared of a ticket. Each is a text; what a ticket does not have is {@link TicketView#NOTHING}. */
public enum Aspect {
    /** The name of its status, such as {@code in-progress}. */
    STATUS,
    /** What the status amounts to: {@code NEW}, {@code ACTIVE}, {@code WAITING}, {@code RESOLVED}, {@code CLOSED}, {@code CANCELLED}. */
    PHASE,
    /** The name of its priority, such as {@code critical}. */
    PRIORITY,
    /** The group that has it. */
    GROUP,
    /** The person who has it. */
    ASSIGNEE,
    /** The name of the reason for which it waits. */
    HOLD_REASON,
    /** In what way it was resolved. */
    RESOLUTION_CODE,
    /** Who said that it works again. */
    CONFIRMED_BY,
    /** How often it went from one group or person to another, in digits. */
    REASSIGNMENTS,
    /** How often it came back, in digits. */
    REOPENINGS
}
