package org.itsmkit.problem;

import static org.itsmkit.ticket.FixingCommand.NOTE_FIX;
import static org.itsmkit.ticket.FixingCommand.PLAN_FIX;
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
import static org.itsmkit.ticket.TicketAction.TAG;
import static org.itsmkit.ticket.TicketAction.UNMERGE;
import static org.itsmkit.ticket.TicketAction.WATCH;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a problem. */
public final class ProblemLifecycle {

    /** Somebody thinks that there is one. */
    public static final Status LOGGED = Status.of("logged", Phase.NEW);
    /** There is one, and how much it matters is known. */
    public static final Status ASSESSED = Status.of("assessed", Phase.ACTIVE);
    /** Its cause is looked for. */
    public static final Status UNDER_INVESTIGATION = Status.of("under-investigation", Phase.ACTIVE);
    /** It waits for something without which nobody can go on looking. */
    public static final Status ON_HOLD = Status.of("on-hold", Phase.WAITING);
    /** It is known why. */
    public static final Status ROOT_CAUSE_IDENTIFIED = Status.of("root-cause-identified", Phase.ACTIVE);
    /** An end is brought to it. */
    public static final Status FIX_IN_PROGRESS = Status.of("fix-in-progress", Phase.ACTIVE);
    /** It is believed to be gone; to be looked back on. */
    public static final Status RESOLVED = Status.of("resolved", Phase.RESOLVED);
    /** It is lived with, until somebody looks into it again. */
    public static final Status RISK_ACCEPTED = Status.of("risk-accepted", Phase.CLOSED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** It was none, or is no longer looked for. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Write down that there may be a problem. */
    public static final Action LOG = Action.of("log");
    /** Say that there is one, and what it is about. */
    public static final Action ASSESS = Action.of("assess");
    /** Work out how much it hurts. */
    public static final Action WEIGH = Action.of("weigh");
    /** Look for its cause, or look anew because what was found was none. */
    public static final Action INVESTIGATE = Action.of("investigate");
    /** Write down an analysis, or how far it has come. */
    public static final Action ANALYSE = Action.of("analyse");
    /** Take an analysis away that led nowhere. */
    public static final Action DROP_ANALYSIS = Action.of("drop-analysis");
    /** Say why there is one. */
    public static final Action IDENTIFY_ROOT_CAUSE = Action.of("identify-root-cause");
    /** Say that it is gone. */
    public static final Action RESOLVE = Action.of("resolve");
    /** Look back on it. */
    public static final Action REVIEW = Action.of("review");
    /** Say that it is lived with, and until when at least. */
    public static final Action ACCEPT_RISK = Action.of("accept-risk");
    /** Say that it is lived with still, until another day. */
    public static final Action RENEW_RISK = Action.of("renew-risk");
    /** Take note that the day came to look again at what is lived with. */
    public static final Action NOTE_RISK_REVIEW = Action.of("note-risk-review");
    /** Look into it again. */
    public static final Action REANALYSE = Action.of("reanalyse");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("problem", LOGGED)
            .status(LOGGED,                ValueChainActivity.IMPROVE)
            .status(ASSESSED,              ValueChainActivity.IMPROVE)
            .status(UNDER_INVESTIGATION,   ValueChainActivity.IMPROVE)
            .status(ON_HOLD,               ValueChainActivity.IMPROVE)
            .status(ROOT_CAUSE_IDENTIFIED, ValueChainActivity.IMPROVE)
            .status(FIX_IN_PROGRESS,       ValueChainActivity.OBTAIN_BUILD)
            .status(RESOLVED,              ValueChainActivity.IMPROVE)
            .status(RISK_ACCEPTED,         ValueChainActivity.PLAN)
            .status(CLOSED,                ValueChainActivity.IMPROVE)
            .status(CANCELLED,             ValueChainActivity.IMPROVE)

            .move(LOGGED,                ASSESS,              ASSESSED)
            .move(LOGGED,                CANCEL,              CANCELLED)
            .move(LOGGED,                MERGE,               CLOSED)
            .move(ASSESSED,              INVESTIGATE,         UNDER_INVESTIGATION)
            .move(ASSESSED,              ACCEPT_RISK,         RISK_ACCEPTED)
            .move(ASSESSED,              CANCEL,              CANCELLED)
            .move(ASSESSED,              MERGE,               CLOSED)
            .move(UNDER_INVESTIGATION,   HOLD,                ON_HOLD)
            .move(UNDER_INVESTIGATION,   IDENTIFY_ROOT_CAUSE, ROOT_CAUSE_IDENTIFIED)
            .move(UNDER_INVESTIGATION,   ACCEPT_RISK,         RISK_ACCEPTED)
            .move(UNDER_INVESTIGATION,   CANCEL,              CANCELLED)
            .move(UNDER_INVESTIGATION,   MERGE,               CLOSED)
            .move(ON_HOLD,               HOLD,                ON_HOLD)
            .move(ON_HOLD,               RESUME,              UNDER_INVESTIGATION)
            .move(ON_HOLD,               CANCEL,              CANCELLED)
            .move(ON_HOLD,               MERGE,               CLOSED)
            .move(ROOT_CAUSE_IDENTIFIED, INVESTIGATE,         UNDER_INVESTIGATION)
            .move(ROOT_CAUSE_IDENTIFIED, PLAN_FIX,            FIX_IN_PROGRESS)
            .move(ROOT_CAUSE_IDENTIFIED, RESOLVE,             RESOLVED)
            .move(ROOT_CAUSE_IDENTIFIED, ACCEPT_RISK,         RISK_ACCEPTED)
            .move(ROOT_CAUSE_IDENTIFIED, CANCEL,              CANCELLED)
            .move(ROOT_CAUSE_IDENTIFIED, MERGE,               CLOSED)
            .move(FIX_IN_PROGRESS,       INVESTIGATE,         UNDER_INVESTIGATION)
            .move(FIX_IN_PROGRESS,       RESOLVE,             RESOLVED)
            .move(FIX_IN_PROGRESS,       ACCEPT_RISK,         RISK_ACCEPTED)
            .move(FIX_IN_PROGRESS,       MERGE,               CLOSED)
            .move(RESOLVED,              CLOSE,               CLOSED)
            .move(RESOLVED,              REANALYSE,           UNDER_INVESTIGATION)
            .move(RISK_ACCEPTED,         REANALYSE,           UNDER_INVESTIGATION)
            .move(CLOSED,                REANALYSE,           UNDER_INVESTIGATION)
            .move(CLOSED,                UNMERGE,             ASSESSED)
            .move(CANCELLED,             REANALYSE,           UNDER_INVESTIGATION)

            .during(WEIGH,            LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RISK_ACCEPTED)
            .during(ANALYSE,          UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(DROP_ANALYSIS,    UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(PLAN_FIX,         FIX_IN_PROGRESS)
            .during(NOTE_FIX,         UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(REVIEW,           RESOLVED)
            .during(RENEW_RISK,       RISK_ACCEPTED)
            .during(NOTE_RISK_REVIEW, RISK_ACCEPTED)

            .during(ASSIGN,          LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(ACCEPT,          LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(HAND_BACK,       LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(ESCALATE,        LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(DESCRIBE,        LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(PRIORITISE,      LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(CHANGE_CUSTOMER, LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(INVOLVE,         LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(PLAN_TASKS,      LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS)
            .during(CATEGORISE,      LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED)
            .during(NAME_AFFECTED,   LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED)
            .during(SET_FIELDS,      LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED)
            .during(DO_TASK,         LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED)
            .during(LINK,            LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED)
            .during(TAG,             LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED)
            .during(COMMENT,         LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED, CANCELLED)
            .during(WATCH,           LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED, CANCELLED)
            .during(RECORD_TIME,     LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED, CANCELLED)
            .during(ATTACH,          LOGGED, ASSESSED, UNDER_INVESTIGATION, ON_HOLD, ROOT_CAUSE_IDENTIFIED, FIX_IN_PROGRESS, RESOLVED, RISK_ACCEPTED, CLOSED, CANCELLED)
            .build();
    // spotless:on

    private ProblemLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
