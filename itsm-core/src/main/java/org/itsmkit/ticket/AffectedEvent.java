package org.itsmkit.ticket;

import java.util.List;
import java.util.Objects;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to that which a ticket of any kind is about technically.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface AffectedEvent<R extends Ticketed<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(EventType.of("affected-named", AffectedNamed.class));
    }

    /** It is about that from then on. */
    record AffectedNamed<R extends Ticketed<R>>(Affected affected) implements AffectedEvent<R> {
        public AffectedNamed {
            Objects.requireNonNull(affected, "affected");
        }

        @Override
        public R applyTo(R record, Occurrence when) {
            return record.withTicket(record.ticket().withAffected(affected).touched(when));
        }
    }
}
