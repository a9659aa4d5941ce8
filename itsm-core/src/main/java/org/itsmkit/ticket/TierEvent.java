package org.itsmkit.ticket;

import java.util.List;
import java.util.Objects;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to tickets between tiers, besides what {@link TicketEvent} has.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TierEvent<R extends Ticketed<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(EventType.of("handed-down", HandedDown.class));
    }

    /** It was given back to the group of a lower tier; that it is theirs is an event of its own. */
    record HandedDown<R extends Ticketed<R>>(GroupId group, String reason) implements TierEvent<R> {
        public HandedDown {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public R applyTo(R record, Occurrence when) {
            return record.withTicket(record.ticket().touched(when));
        }
    }
}
