package org.itsmkit.ticket;

/**
 * A record that is a ticket among other things, and so understands {@link TicketCommand}s and {@link TicketEvent}s.
 *
 * @param <R> the record itself
 */
public interface Ticketed<R extends Ticketed<R>> {

    /** The ticket that this is. */
    Ticket ticket();

    /** Returns this record with another state of its ticket. */
    R withTicket(Ticket ticket);
}
