package org.itsmkit.lifecycle;

/**
 * What every status amounts to, in every practice. Service levels, queues and reports speak of phases and so understand a status
 * that a host invented. Closed: there are no others.
 */
public enum Phase {
    /** Nobody has begun. */
    NEW,
    /** Somebody works on it. */
    ACTIVE,
    /** It waits for something outside. */
    WAITING,
    /** The work is done; the requester may still object. */
    RESOLVED,
    /** Over. */
    CLOSED,
    /** Over without having been done. */
    CANCELLED;

    /** Whether nothing more is expected to happen: {@link #CLOSED} or {@link #CANCELLED}. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether work is still to be done: {@link #NEW}, {@link #ACTIVE} or {@link #WAITING}. */
    public boolean isOpen() {
        return this == NEW || this == ACTIVE || this == WAITING;
    }
}
