package org.itsmkit.ticket;

import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;

/** What happens to tickets while they wait. */
public final class HoldEvent {

    private HoldEvent() {}

    /**
     * The requester was reminded that it waits for them.
     *
     * @param reason the name of the reason for which it waits
     * @param number which reminder of this wait that was, from 1
     * @param <R> the record that is a ticket
     */
    public record Reminded<R extends Ticketed<R>>(String reason, int number) implements Event.Next<R> {
        @Override
        public R applyTo(R record, Occurrence when) {
            Ticket ticket = record.ticket();
            return record.withTicket(ticket.withHold(ticket.hold().map(hold -> hold.remindedAt(when.occurredAt())))
                    .touched(when));
        }
    }
}
