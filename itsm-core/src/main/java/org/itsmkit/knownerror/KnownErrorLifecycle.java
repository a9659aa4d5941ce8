package org.itsmkit.knownerror;

import static org.itsmkit.ticket.FixingCommand.NOTE_FIX;
import static org.itsmkit.ticket.FixingCommand.PLAN_FIX;
import static org.itsmkit.ticket.TicketAction.ACCEPT;
import static org.itsmkit.ticket.TicketAction.ASSIGN;
import static org.itsmkit.ticket.TicketAction.ATTACH;
import static org.itsmkit.ticket.TicketAction.CATEGORISE;
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

/** What is possible with a known error. */
public final class KnownErrorLifecycle {

    /** It is written down; what helps, if anything, nobody has verified. */
    public static final Status IDENTIFIED = Status.of("identified", Phase.NEW);
    /** Something is known to help. */
    public static final Status WORKAROUND_VERIFIED = Status.of("workaround-verified", Phase.ACTIVE);
    /** A change is to bring an end to it. */
    public static final Status FIX_PLANNED = Status.of("fix-planned", Phase.ACTIVE);
    /** It is believed to be gone. */
    public static final Status FIXED = Status.of("fixed", Phase.RESOLVED);
    /** Nobody need know of it any longer. */
    public static final Status RETIRED = Status.of("retired", Phase.CLOSED);

    /** Write down a known error. */
    public static final Action IDENTIFY = Action.of("identify");
    /** Say anew how it shows, and why it is so. */
    public static final Action DESCRIBE_ERROR = Action.of("describe-error");
    /** Say what helps; it is to be verified then. */
    public static final Action DESCRIBE_WORKAROUND = Action.of("describe-workaround");
    /** Say that it does help. */
    public static final Action VERIFY_WORKAROUND = Action.of("verify-workaround");
    /** Say that it is gone. */
    public static final Action RECORD_FIX = Action.of("record-fix");
    /** Say that it is still there. */
    public static final Action RECUR = Action.of("recur");
    /** Tell everybody whom it concerns. */
    public static final Action PUBLISH = Action.of("publish");
    /** Say that nobody need know of it any longer. */
    public static final Action RETIRE = Action.of("retire");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("known-error", IDENTIFIED)
            .status(IDENTIFIED,          ValueChainActivity.IMPROVE)
            .status(WORKAROUND_VERIFIED, ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(FIX_PLANNED,         ValueChainActivity.OBTAIN_BUILD)
            .status(FIXED,               ValueChainActivity.IMPROVE)
            .status(RETIRED,             ValueChainActivity.IMPROVE)

            .move(IDENTIFIED,          VERIFY_WORKAROUND,   WORKAROUND_VERIFIED)
            .move(IDENTIFIED,          PLAN_FIX,            FIX_PLANNED)
            .move(IDENTIFIED,          RECORD_FIX,          FIXED)
            .move(IDENTIFIED,          RETIRE,              RETIRED)
            .move(WORKAROUND_VERIFIED, DESCRIBE_WORKAROUND, IDENTIFIED)
            .move(WORKAROUND_VERIFIED, PLAN_FIX,            FIX_PLANNED)
            .move(WORKAROUND_VERIFIED, RECORD_FIX,          FIXED)
            .move(WORKAROUND_VERIFIED, RETIRE,              RETIRED)
            .move(FIX_PLANNED,         RECORD_FIX,          FIXED)
            .move(FIX_PLANNED,         RETIRE,              RETIRED)
            .move(FIXED,               RECUR,               IDENTIFIED)
            .move(FIXED,               RETIRE,              RETIRED)

            .during(DESCRIBE_ERROR,      IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED)
            .during(DESCRIBE_WORKAROUND, IDENTIFIED, FIX_PLANNED)
            .during(VERIFY_WORKAROUND,   FIX_PLANNED)
            .during(PLAN_FIX,            FIX_PLANNED)
            .during(NOTE_FIX,            FIX_PLANNED)
            .during(PUBLISH,             IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)

            .during(ASSIGN,        IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(ACCEPT,        IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(HAND_BACK,     IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(DESCRIBE,      IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(PRIORITISE,    IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(INVOLVE,       IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(PLAN_TASKS,    IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED)
            .during(CATEGORISE,    IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED)
            .during(NAME_AFFECTED, IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED)
            .during(SET_FIELDS,    IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED)
            .during(DO_TASK,       IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED)
            .during(LINK,          IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .during(TAG,           IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .during(COMMENT,       IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .during(WATCH,         IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .during(RECORD_TIME,   IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .during(ATTACH,        IDENTIFIED, WORKAROUND_VERIFIED, FIX_PLANNED, FIXED, RETIRED)
            .build();
    // spotless:on

    private KnownErrorLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
