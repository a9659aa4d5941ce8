package org.itsmkit.ticket;

/** On which side of a ticket somebody speaks. */
public enum Side {
    /** Of those who work on it. */
    PROVIDER,
    /** Of those who asked. */
    REQUESTER
}
