package org.itsmkit.change;

import static org.itsmkit.ticket.TicketAction.ACCEPT;
import static org.itsmkit.ticket.TicketAction.ASSIGN;
import static org.itsmkit.ticket.TicketAction.ATTACH;
import static org.itsmkit.ticket.TicketAction.CANCEL;
import static org.itsmkit.ticket.TicketAction.CATEGORISE;
import static org.itsmkit.ticket.TicketAction.CHANGE_CUSTOMER;
import static org.itsmkit.ticket.TicketAction.CLOSE;
import static org.itsmkit.ticket.TicketAction.COMMENT;
import static org.itsmkit.ticket.TicketAction.DESCRIBE;
import static org.itsmkit.ticket.TicketAction.DO_TASK;
import static org.itsmkit.ticket.TicketAction.HAND_BACK;
import static org.itsmkit.ticket.TicketAction.INVOLVE;
import static org.itsmkit.ticket.TicketAction.LINK;
import static org.itsmkit.ticket.TicketAction.NAME_AFFECTED;
import static org.itsmkit.ticket.TicketAction.PLAN_TASKS;
import static org.itsmkit.ticket.TicketAction.PRIORITISE;
import static org.itsmkit.ticket.TicketAction.RECORD_TIME;
import static org.itsmkit.ticket.TicketAction.SET_FIELDS;
import static org.itsmkit.ticket.TicketAction.TAG;
import static org.itsmkit.ticket.TicketAction.WATCH;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a change. */
public final class ChangeLifecycle {

    /** Being planned. */
    public static final Status DRAFT = Status.of("draft", Phase.NEW);
    /** Somebody said yes; it may be made. */
    public static final Status AUTHORISED = Status.of("authorised", Phase.ACTIVE);
    /** Made; to be looked at. */
    public static final Status IMPLEMENTED = Status.of("implemented", Phase.RESOLVED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** Given up. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Begin to plan a change. */
    public static final Action DRAFT_CHANGE = Action.of("draft");
    /** Say yes. */
    public static final Action AUTHORISE = Action.of("authorise");
    /** Plan it anew; if somebody has said yes, that is taken back. */
    public static final Action REVISE = Action.of("revise");
    /** Say that it was made, and how it went. */
    public static final Action IMPLEMENT = Action.of("implement");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("change", DRAFT)
            .status(DRAFT,       ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(AUTHORISED,  ValueChainActivity.OBTAIN_BUILD)
            .status(IMPLEMENTED, ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(CLOSED,      ValueChainActivity.IMPROVE)
            .status(CANCELLED,   ValueChainActivity.PLAN)

            .move(DRAFT,       AUTHORISE, AUTHORISED)
            .move(DRAFT,       CANCEL,    CANCELLED)
            .move(AUTHORISED,  REVISE,    DRAFT)
            .move(AUTHORISED,  IMPLEMENT, IMPLEMENTED)
            .move(AUTHORISED,  CANCEL,    CANCELLED)
            .move(IMPLEMENTED, CLOSE,     CLOSED)

            .during(REVISE,     DRAFT)
            .during(DESCRIBE,   DRAFT)
            .during(PRIORITISE, DRAFT)
            .during(ASSIGN,     DRAFT, AUTHORISED)
            .during(CATEGORISE, DRAFT, AUTHORISED)
            .during(SET_FIELDS, DRAFT, AUTHORISED, IMPLEMENTED)
            .during(LINK,       DRAFT, AUTHORISED, IMPLEMENTED, CLOSED)
            .during(COMMENT,    DRAFT, AUTHORISED, IMPLEMENTED, CLOSED, CANCELLED)

            // Nobody authorises a change of their own, so whose it is stays as it was.
            .during(ACCEPT,          DRAFT, AUTHORISED)
            .during(HAND_BACK,       DRAFT, AUTHORISED)
            .during(CHANGE_CUSTOMER, DRAFT, AUTHORISED)
            .during(INVOLVE,         DRAFT, AUTHORISED, IMPLEMENTED)
            .during(TAG,             DRAFT, AUTHORISED, IMPLEMENTED, CLOSED)
            .during(WATCH,           DRAFT, AUTHORISED, IMPLEMENTED, CLOSED, CANCELLED)
            .during(NAME_AFFECTED, DRAFT)
            .during(PLAN_TASKS,  DRAFT, AUTHORISED)
            .during(DO_TASK,     DRAFT, AUTHORISED, IMPLEMENTED)
            .during(RECORD_TIME, DRAFT, AUTHORISED, IMPLEMENTED, CLOSED, CANCELLED)
            .during(ATTACH,      DRAFT, AUTHORISED, IMPLEMENTED, CLOSED, CANCELLED)
            .build();
    // spotless:on

    private ChangeLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
