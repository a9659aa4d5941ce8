package org.itsmkit.ticket;

import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to a ticket together with those below it.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketFamilyEvent<R extends Ticketed<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(EventType.of("commented-to-all", CommentedToAll.class));
    }

    /**
     * Somebody said something about it and all below it, to everybody.
     *
     * @param text what
     * @param from on which ticket above, where it was not said on this one
     */
    record CommentedToAll<R extends Ticketed<R>>(String text, Optional<RecordRef> from)
            implements TicketFamilyEvent<R> {
        @Override
        public R applyTo(R record, Occurrence when) {
            Ticket ticket = record.ticket();
            return record.withTicket(
                    ticket.withComments(ticket.comments() + 1).touched(when).spoken(Side.PROVIDER, when));
        }
    }
}
