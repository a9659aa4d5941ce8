package org.itsmkit.examples.facilities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.TicketOpening;

/** What happens to facilities requests alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface FacilitiesEvent extends Event<FacilitiesRequest> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("requested", Requested.class),
                EventType.of("scheduled", Scheduled.class),
                EventType.of("reported-done", ReportedDone.class),
                EventType.of("sent-back", SentBack.class));
    }

    /** Somebody asked for it. */
    record Requested(TicketOpening opening, String building, int floor, Optional<BigDecimal> costLimit)
            implements FacilitiesEvent, Event.First<FacilitiesRequest> {
        @Override
        public FacilitiesRequest begin(Occurrence when) {
            return new FacilitiesRequest(
                    opening.begin(when), building, floor, costLimit, Optional.empty(), Optional.empty());
        }
    }

    /** Somebody comes on that day. */
    record Scheduled(Status to, LocalDate visit) implements FacilitiesEvent, Event.Next<FacilitiesRequest> {
        @Override
        public FacilitiesRequest applyTo(FacilitiesRequest request, Occurrence when) {
            return moved(request, to, when).withVisit(visit);
        }
    }

    /** It is done. */
    record ReportedDone(Status to, BigDecimal cost) implements FacilitiesEvent, Event.Next<FacilitiesRequest> {
        @Override
        public FacilitiesRequest applyTo(FacilitiesRequest request, Occurrence when) {
            return moved(request, to, when).withCost(Optional.of(cost));
        }
    }

    /** It is not. */
    record SentBack(Status to, String reason) implements FacilitiesEvent, Event.Next<FacilitiesRequest> {
        @Override
        public FacilitiesRequest applyTo(FacilitiesRequest request, Occurrence when) {
            return moved(request, to, when).withCost(Optional.empty());
        }
    }

    private static FacilitiesRequest moved(FacilitiesRequest request, Status to, Occurrence when) {
        return request.withTicket(request.ticket().moved(to, Optional.empty(), when));
    }
}
