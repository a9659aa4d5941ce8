package org.itsmkit.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to the service levels of tickets.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface ServiceLevelEvent<R extends Ticketed<R>> extends Event.Next<R>, Event.Internal {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("clocks-set", ClocksSet.class), EventType.of("threshold-reached", ThresholdReached.class));
    }

    /**
     * Returns what becomes of the ticket's service levels.
     *
     * @param at when it happens
     */
    ServiceLevels applyTo(ServiceLevels serviceLevels, Instant at);

    /** The ticket itself was not touched: its clocks only follow it. */
    @Override
    default R applyTo(R record, Occurrence when) {
        Ticket ticket = record.ticket();
        return record.withTicket(ticket.withServiceLevels(applyTo(ticket.serviceLevelsOrBlank(), when.occurredAt())));
    }

    /**
     * Clocks began, run otherwise, stand still, were met, are late or are withdrawn.
     *
     * @param clocks as they are from now on; all of them internal, or none
     */
    record ClocksSet<R extends Ticketed<R>>(List<Clock> clocks) implements ServiceLevelEvent<R> {
        public ClocksSet {
            clocks = List.copyOf(clocks);
        }

        @Override
        public ServiceLevels applyTo(ServiceLevels serviceLevels, Instant at) {
            return serviceLevels.with(clocks);
        }

        @Override
        public boolean isInternal() {
            return clocks.stream().allMatch(Clock::isInternal);
        }
    }

    /**
     * A clock reached a threshold, once in each cycle.
     *
     * @param clock the number of the clock
     * @param agreement the id of the agreement
     * @param commitment what was promised in it
     * @param cycle in which cycle of the clock
     * @param cycleSince since when that runs
     * @param threshold the name of the threshold
     * @param action what is to be done
     * @param at when it was reached; this is told as soon as somebody looks
     * @param due by when what was promised is to be done, if there is a deadline
     */
    record ThresholdReached<R extends Ticketed<R>>(
            int clock,
            RecordId agreement,
            String commitment,
            int cycle,
            Instant cycleSince,
            String threshold,
            ThresholdAction action,
            Instant at,
            Optional<Instant> due,
            boolean isInternal)
            implements ServiceLevelEvent<R> {
        public ThresholdReached {
            Objects.requireNonNull(agreement, "agreement");
            Keys.requireCode(commitment, "commitment");
            Objects.requireNonNull(cycleSince, "cycleSince");
            Keys.requireCode(threshold, "threshold");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(due, "due");
        }

        @Override
        public ServiceLevels applyTo(ServiceLevels serviceLevels, Instant when) {
            Reached reached = new Reached(agreement, commitment, threshold, cycleSince, when);
            return serviceLevels.changed(clock, it -> it.reaching(reached));
        }
    }
}
