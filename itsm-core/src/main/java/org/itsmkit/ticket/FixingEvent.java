package org.itsmkit.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to changes that are to bring an end to a ticket, where it stands.
 *
 * @param <R> the record that is to be fixed
 */
public sealed interface FixingEvent<R extends Fixable<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of the events of kinds that are fixed. */
    static List<EventType<?>> types() {
        return List.of(EventType.of("fix-planned", FixPlanned.class), EventType.of("fix-noted", FixNoted.class));
    }

    /** That change is to bring an end to it. */
    record FixPlanned<R extends Fixable<R>>(Status to, RecordRef change) implements FixingEvent<R> {
        public FixPlanned {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(change, "change");
        }

        @Override
        public R applyTo(R record, Occurrence when) {
            R planned = record.withFixes(new Fix(change, Fix.State.PLANNED).in(record.fixes()));
            return planned.withTicket(planned.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** That became of the change. */
    record FixNoted<R extends Fixable<R>>(RecordRef change, Fix.State state) implements FixingEvent<R> {
        public FixNoted {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public R applyTo(R record, Occurrence when) {
            R noted = record.withFixes(new Fix(change, state).in(record.fixes()));
            return noted.withTicket(noted.ticket().touched(when));
        }
    }
}
