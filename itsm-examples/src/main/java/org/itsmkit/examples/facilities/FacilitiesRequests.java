package org.itsmkit.examples.facilities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.spi.record.Field;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;

/** What facilities requests are to the engine and to stores, and what they are found by. */
public final class FacilitiesRequests {

    /** The fields of every ticket. */
    public static final TicketFields<FacilitiesRequest> FIELDS = new TicketFields<>();

    /** Where. */
    public static final Field<FacilitiesRequest, String> BUILDING =
            Field.text("building", request -> Optional.of(request.building()));
    /** On which floor. */
    public static final Field<FacilitiesRequest, BigDecimal> FLOOR =
            Field.decimal("floor", request -> Optional.of(BigDecimal.valueOf(request.floor())));
    /** What it may cost at most. */
    public static final Field<FacilitiesRequest, BigDecimal> COST_LIMIT =
            Field.decimal("cost-limit", FacilitiesRequest::costLimit);
    /** When somebody comes. */
    public static final Field<FacilitiesRequest, LocalDate> VISIT = Field.date("visit", FacilitiesRequest::visit);

    /** How facilities requests are stored and found. */
    public static final TicketKind<FacilitiesRequest> KIND = new TicketKind<>(
            "facilities-request",
            FacilitiesRequest.class,
            FIELDS,
            FacilitiesEvent.types(),
            List.of(BUILDING, FLOOR, COST_LIMIT, VISIT));

    /** Facilities requests as the engine carries them: hand this to {@code Itsm.builder().kind(...)}. */
    public static final Definition<FacilitiesRequest> DEFINITION = Definition.of(
                    KIND,
                    FacilitiesLifecycle.standard(),
                    request -> request.ticket().status())
            .policy(none -> FacilitiesPolicy.standard())
            .numbers("FAC", 5)
            .inputs(FacilitiesLifecycle.SCHEDULE, "visit")
            .inputs(FacilitiesLifecycle.REPORT_DONE, "cost")
            .inputs(FacilitiesLifecycle.SEND_BACK, "reason")
            .inputs(TicketAction.HOLD, "reason")
            .inputs(TicketAction.PRIORITISE, "impact", "urgency")
            .inputs(TicketAction.COMMENT, "text")
            .inputs(TicketAction.LINK, "type", "target")
            .inputs(TicketAction.CANCEL, "reason")
            .announces(new TicketAnnouncer<>());

    private FacilitiesRequests() {}
}
