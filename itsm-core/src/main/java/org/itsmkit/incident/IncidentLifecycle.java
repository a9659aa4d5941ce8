package org.itsmkit.incident;

import static org.itsmkit.ticket.TicketAction.ACCEPT;
import static org.itsmkit.ticket.TicketAction.ASSIGN;
import static org.itsmkit.ticket.TicketAction.ATTACH;
import static org.itsmkit.ticket.TicketAction.CANCEL;
import static org.itsmkit.ticket.TicketAction.CATEGORISE;
import static org.itsmkit.ticket.TicketAction.CHANGE_CUSTOMER;
import static org.itsmkit.ticket.TicketAction.CHANGE_REQUESTER;
import static org.itsmkit.ticket.TicketAction.CLOSE;
import static org.itsmkit.ticket.TicketAction.COMMENT;
import static org.itsmkit.ticket.TicketAction.DESCRIBE;
import static org.itsmkit.ticket.TicketAction.DE_ESCALATE;
import static org.itsmkit.ticket.TicketAction.DO_TASK;
import static org.itsmkit.ticket.TicketAction.ESCALATE;
import static org.itsmkit.ticket.TicketAction.HAND_BACK;
import static org.itsmkit.ticket.TicketAction.HOLD;
import static org.itsmkit.ticket.TicketAction.INVOLVE;
import static org.itsmkit.ticket.TicketAction.LINK;
import static org.itsmkit.ticket.TicketAction.MERGE;
import static org.itsmkit.ticket.TicketAction.NAME_AFFECTED;
import static org.itsmkit.ticket.TicketAction.PLAN_TASKS;
import static org.itsmkit.ticket.TicketAction.PRIORITISE;
import static org.itsmkit.ticket.TicketAction.RECORD_TIME;
import static org.itsmkit.ticket.TicketAction.RESUME;
import static org.itsmkit.ticket.TicketAction.SET_FIELDS;
import static org.itsmkit.ticket.TicketAction.START;
import static org.itsmkit.ticket.TicketAction.TAG;
import static org.itsmkit.ticket.TicketAction.UNMERGE;
import static org.itsmkit.ticket.TicketAction.WATCH;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with an incident. */
public final class IncidentLifecycle {

    /** Logged; nobody has begun. */
    public static final Status NEW = Status.of("new", Phase.NEW);
    /** Somebody works on it. */
    public static final Status IN_PROGRESS = Status.of("in-progress", Phase.ACTIVE);
    /** It waits for something outside. */
    public static final Status ON_HOLD = Status.of("on-hold", Phase.WAITING);
    /** The service works again; the requester may object. */
    public static final Status RESOLVED = Status.of("resolved", Phase.RESOLVED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** Given up: no incident, or of no interest any more. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Tell the kit of an incident. */
    public static final Action LOG = Action.of("log");
    /** Say what is wrong. */
    public static final Action DIAGNOSE = Action.of("diagnose");
    /** Say that the service works again, and how. */
    public static final Action RESOLVE = Action.of("resolve");
    /** Agree that it does. */
    public static final Action CONFIRM = Action.of("confirm");
    /** Say that it does not. */
    public static final Action REOPEN = Action.of("reopen");
    /** Say that somebody knows of it. */
    public static final Action ACKNOWLEDGE = Action.of("acknowledge");
    /** Say when what was broken was mended. */
    public static final Action RECORD_REPAIR = Action.of("record-repair");
    /** Say when what was mended could be used again. */
    public static final Action RECORD_RECOVERY = Action.of("record-recovery");
    /** Say when those whom it concerned had their service back. */
    public static final Action RECORD_RESTORATION = Action.of("record-restoration");
    /** Say that a milestone was reached at another instant than the one on record. */
    public static final Action CORRECT_MILESTONE = Action.of("correct-milestone");
    /** Say, as whom it concerns, that the solution is none. */
    public static final Action REFUSE = Action.of("refuse");

    /** Say what is known to help. */
    public static final Action OFFER_WORKAROUND = Action.of("offer-workaround");
    /** Say whether what is known to help did. */
    public static final Action TRY_WORKAROUND = Action.of("try-workaround");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("incident", NEW)
            .status(NEW,         ValueChainActivity.ENGAGE)
            .status(IN_PROGRESS, ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(ON_HOLD,     ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(RESOLVED,    ValueChainActivity.ENGAGE)
            .status(CLOSED,      ValueChainActivity.IMPROVE)
            .status(CANCELLED,   ValueChainActivity.ENGAGE)

            .move(NEW,         START,   IN_PROGRESS)
            .move(NEW,         HOLD,    ON_HOLD)
            .move(NEW,         RESOLVE, RESOLVED)
            .move(NEW,         CANCEL,  CANCELLED)
            .move(IN_PROGRESS, HOLD,    ON_HOLD)
            .move(IN_PROGRESS, RESOLVE, RESOLVED)
            .move(IN_PROGRESS, CANCEL,  CANCELLED)
            .move(ON_HOLD,     HOLD,    ON_HOLD)
            .move(ON_HOLD,     RESUME,  IN_PROGRESS)
            .move(ON_HOLD,     RESOLVE, RESOLVED)
            .move(ON_HOLD,     CANCEL,  CANCELLED)
            .move(RESOLVED,    CONFIRM, RESOLVED)
            .move(RESOLVED,    REOPEN,  IN_PROGRESS)
            .move(RESOLVED,    CLOSE,   CLOSED)
            .move(RESOLVED,    REFUSE,  IN_PROGRESS)

            .move(NEW,         MERGE,   CLOSED)
            .move(IN_PROGRESS, MERGE,   CLOSED)
            .move(ON_HOLD,     MERGE,   CLOSED)
            .move(RESOLVED,    MERGE,   CLOSED)
            .move(CLOSED,      UNMERGE, IN_PROGRESS)

            .during(ASSIGN,     NEW, IN_PROGRESS, ON_HOLD)
            .during(ESCALATE,   NEW, IN_PROGRESS, ON_HOLD)
            .during(DIAGNOSE,   NEW, IN_PROGRESS, ON_HOLD)
            .during(PRIORITISE, NEW, IN_PROGRESS, ON_HOLD)
            .during(DESCRIBE,   NEW, IN_PROGRESS, ON_HOLD)
            .during(CATEGORISE, NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(SET_FIELDS, NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(LINK,       NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED)
            .during(COMMENT,    NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED)

            .during(ACCEPT,           NEW, IN_PROGRESS, ON_HOLD)
            .during(HAND_BACK,        NEW, IN_PROGRESS, ON_HOLD)
            .during(CHANGE_REQUESTER, NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(CHANGE_CUSTOMER,  NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(INVOLVE,          NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(TAG,              NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED)
            .during(WATCH,            NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED)
            .during(ACKNOWLEDGE,        NEW)
            .during(RECORD_REPAIR,      NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(RECORD_RECOVERY,    NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(RECORD_RESTORATION, NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(CORRECT_MILESTONE,  NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED)
            .during(DE_ESCALATE,        NEW, IN_PROGRESS, ON_HOLD)
            .during(OFFER_WORKAROUND, NEW, IN_PROGRESS, ON_HOLD)
            .during(TRY_WORKAROUND,   NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(NAME_AFFECTED, NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(PLAN_TASKS,  NEW, IN_PROGRESS, ON_HOLD)
            .during(DO_TASK,     NEW, IN_PROGRESS, ON_HOLD, RESOLVED)
            .during(RECORD_TIME, NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED)
            .during(ATTACH,      NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED)
            .build();
    // spotless:on

    private IncidentLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
