package org.itsmkit.examples.facilities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * Somebody wants something done to a building.
 *
 * @param ticket what it shares with every ticket
 * @param building where, by the name on the door
 * @param floor on which floor, 0 at the street
 * @param costLimit what it may cost at most, if anybody set a limit
 * @param visit on which day somebody comes, once that is known
 * @param cost what it did cost, once it is done
 */
public record FacilitiesRequest(
        Ticket ticket,
        String building,
        int floor,
        Optional<BigDecimal> costLimit,
        Optional<LocalDate> visit,
        Optional<BigDecimal> cost)
        implements Ticketed<FacilitiesRequest> {

    public FacilitiesRequest {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(building, "building");
        Objects.requireNonNull(costLimit, "costLimit");
        Objects.requireNonNull(visit, "visit");
        Objects.requireNonNull(cost, "cost");
    }

    @Override
    public FacilitiesRequest withTicket(Ticket newTicket) {
        return new FacilitiesRequest(newTicket, building, floor, costLimit, visit, cost);
    }

    /** Returns this request with another day of the visit. */
    public FacilitiesRequest withVisit(LocalDate day) {
        return new FacilitiesRequest(ticket, building, floor, costLimit, Optional.of(day), cost);
    }

    /** Returns this request with what it did cost; empty if it must be done again. */
    public FacilitiesRequest withCost(Optional<BigDecimal> newCost) {
        return new FacilitiesRequest(ticket, building, floor, costLimit, visit, newCost);
    }
}
