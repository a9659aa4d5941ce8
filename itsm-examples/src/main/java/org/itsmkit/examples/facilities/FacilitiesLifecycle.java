package org.itsmkit.examples.facilities;

import static org.itsmkit.ticket.TicketAction.ASSIGN;
import static org.itsmkit.ticket.TicketAction.CANCEL;
import static org.itsmkit.ticket.TicketAction.CLOSE;
import static org.itsmkit.ticket.TicketAction.COMMENT;
import static org.itsmkit.ticket.TicketAction.HOLD;
import static org.itsmkit.ticket.TicketAction.LINK;
import static org.itsmkit.ticket.TicketAction.PRIORITISE;
import static org.itsmkit.ticket.TicketAction.RESUME;
import static org.itsmkit.ticket.TicketAction.SET_FIELDS;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a request to facilities management. */
public final class FacilitiesLifecycle {

    /** Asked for; nobody knows yet when somebody comes. */
    public static final Status REQUESTED = Status.of("requested", Phase.NEW);
    /** Somebody comes on a certain day. */
    public static final Status SCHEDULED = Status.of("scheduled", Phase.ACTIVE);
    /** It waits, for a part or for access. */
    public static final Status WAITING = Status.of("waiting", Phase.WAITING);
    /** Done, in the opinion of who did it. */
    public static final Status DONE = Status.of("done", Phase.RESOLVED);
    /** Accepted and paid. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** Nobody wants it any more. */
    public static final Status WITHDRAWN = Status.of("withdrawn", Phase.CANCELLED);

    /** Ask for it. */
    public static final Action REQUEST = Action.of("request");
    /** Say on which day somebody comes. */
    public static final Action SCHEDULE = Action.of("schedule");
    /** Say that it is done, and what it cost. */
    public static final Action REPORT_DONE = Action.of("report-done");
    /** Say that it is not. */
    public static final Action SEND_BACK = Action.of("send-back");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("facilities-request", REQUESTED)
            .status(SCHEDULED, ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(WAITING,   ValueChainActivity.OBTAIN_BUILD)
            .status(DONE,      ValueChainActivity.ENGAGE)
            .status(CLOSED,    ValueChainActivity.ENGAGE)
            .status(WITHDRAWN, ValueChainActivity.ENGAGE)

            .move(REQUESTED, SCHEDULE,    SCHEDULED)
            .move(REQUESTED, CANCEL,      WITHDRAWN)
            .move(SCHEDULED, SCHEDULE,    SCHEDULED)
            .move(SCHEDULED, HOLD,        WAITING)
            .move(SCHEDULED, REPORT_DONE, DONE).requires("assignee")
            .move(SCHEDULED, CANCEL,      WITHDRAWN)
            .move(WAITING,   RESUME,      SCHEDULED)
            .move(WAITING,   CANCEL,      WITHDRAWN)
            .move(DONE,      SEND_BACK,   SCHEDULED)
            .move(DONE,      CLOSE,       CLOSED)

            .during(ASSIGN,     REQUESTED, SCHEDULED, WAITING)
            .during(PRIORITISE, REQUESTED, SCHEDULED, WAITING)
            .during(SET_FIELDS, REQUESTED, SCHEDULED, WAITING)
            .during(LINK,       REQUESTED, SCHEDULED, WAITING, DONE)
            .during(COMMENT,    REQUESTED, SCHEDULED, WAITING, DONE, CLOSED)
            .build();
    // spotless:on

    private FacilitiesLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
