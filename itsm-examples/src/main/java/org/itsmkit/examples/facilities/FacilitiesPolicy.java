package org.itsmkit.examples.facilities;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Rule;
import org.itsmkit.ticket.TicketPolicy;

/** What is permitted with a facilities request. */
public final class FacilitiesPolicy {

    /** The role of those who may spend more than the limit. */
    public static final String MANAGER = "facilities-manager";

    private FacilitiesPolicy() {}

    /** The rules of every ticket, and those of facilities requests. */
    public static Policy<FacilitiesRequest> standard() {
        return TicketPolicy.<FacilitiesRequest>standard()
                .with(costStaysWithinTheLimit())
                .with(visitIsStillToCome());
    }

    /** Nobody but the manager spends more than was agreed. */
    static Rule<FacilitiesRequest> costStaysWithinTheLimit() {
        return Rule.of(
                "cost-stays-within-the-limit",
                Set.of(FacilitiesLifecycle.REPORT_DONE),
                p -> p.intention(FacilitiesCommand.ReportDone.class)
                        .flatMap(done -> p.record()
                                .flatMap(FacilitiesRequest::costLimit)
                                .map(limit -> done.cost().compareTo(limit) > 0
                                        && !p.context().caller().roles().contains(MANAGER)))
                        .orElse(false),
                "It cost more than the limit; the manager must report it.");
    }

    /** Nobody comes yesterday. */
    static Rule<FacilitiesRequest> visitIsStillToCome() {
        return Rule.of(
                "visit-is-still-to-come",
                Set.of(FacilitiesLifecycle.SCHEDULE),
                p -> p.intention(FacilitiesCommand.Schedule.class)
                        .map(schedule -> schedule.visit()
                                .isBefore(LocalDate.ofInstant(p.context().at(), ZoneOffset.UTC)))
                        .orElse(false),
                "The day of the visit is over.");
    }
}
