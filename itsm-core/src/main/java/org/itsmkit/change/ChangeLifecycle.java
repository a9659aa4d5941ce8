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

import org.itsmkit.change.model.ChangeType;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleEditor;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/**
 * What is possible with a change: three ways, which begin and end alike. A normal one is approved before it is made. A standard one was
 * approved with its model, so nobody is asked. An emergency may begin while those who approve it are still being asked, and they go on
 * voting.
 */
public final class ChangeLifecycle {

    /** Being planned. */
    public static final Status DRAFT = Status.of("draft", Phase.NEW);
    /** Those who must approve it have been asked. */
    public static final Status AWAITING_APPROVAL = Status.of("awaiting-approval", Phase.WAITING);
    /** They have said no; it is planned anew or given up. */
    public static final Status REJECTED = Status.of("rejected", Phase.WAITING);
    /** It may be made. */
    public static final Status AUTHORISED = Status.of("authorised", Phase.ACTIVE);
    /** It is being made. */
    public static final Status IMPLEMENTING = Status.of("implementing", Phase.ACTIVE);
    /** Made, or tried; to be looked at. */
    public static final Status IMPLEMENTED = Status.of("implemented", Phase.RESOLVED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** Given up before it was begun. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Begin to plan a change. */
    public static final Action DRAFT_CHANGE = Action.of("draft");
    /** Plan it anew; if somebody has said yes, that is taken back. */
    public static final Action REVISE = Action.of("revise");
    /** Say when it is to be made. */
    public static final Action SCHEDULE = Action.of("schedule");
    /** Find out how risky it is. */
    public static final Action ASSESS_RISK = Action.of("assess-risk");
    /** Let it go another way: by another type or model. */
    public static final Action RECLASSIFY = Action.of("reclassify");
    /** Ask those who must approve it. */
    public static final Action SUBMIT = Action.of("submit");
    /** Say yes or no to it, as one of those who were asked. */
    public static final Action VOTE = Action.of("vote");
    /** Write down how those voted who met. */
    public static final Action TAKE_VOTES = Action.of("take-votes");
    /** Let somebody else vote in one's place. */
    public static final Action DELEGATE = Action.of("delegate");
    /** Say that it may be made. */
    public static final Action AUTHORISE = Action.of("authorise");
    /** Say that those who were asked said no. */
    public static final Action REJECT = Action.of("reject");
    /** Say that they did not answer in time. */
    public static final Action EXPIRE = Action.of("expire");
    /** Begin to make it. */
    public static final Action BEGIN = Action.of("begin");
    /** Say that it was made, and how it went. */
    public static final Action IMPLEMENT = Action.of("implement");
    /** Say that it was made without anybody having said yes. */
    public static final Action RECORD_UNAUTHORISED = Action.of("record-unauthorised");
    /** Look back on it. */
    public static final Action REVIEW = Action.of("review");

    // spotless:off
    private static final Lifecycle NORMAL = approved(begun())
            .move(IMPLEMENTED, CLOSE, CLOSED)
            .build();

    private static final Lifecycle EMERGENCY = approved(begun())
            .move(AWAITING_APPROVAL, BEGIN, IMPLEMENTING)

            .during(VOTE,       IMPLEMENTING, IMPLEMENTED)
            .during(TAKE_VOTES, IMPLEMENTING, IMPLEMENTED)
            .during(DELEGATE,   IMPLEMENTING, IMPLEMENTED)
            .during(AUTHORISE,  IMPLEMENTING, IMPLEMENTED)

            .move(IMPLEMENTED, CLOSE, CLOSED)
            .build();

    private static final Lifecycle STANDARD = begun()
            // Who may begin it may say so: its model was approved.
            .move(DRAFT,       AUTHORISE, AUTHORISED).permission(BEGIN.value())
            .move(IMPLEMENTED, CLOSE,     CLOSED)
            .build();

    private static LifecycleEditor approved(LifecycleEditor lifecycle) {
        return lifecycle
            .status(AWAITING_APPROVAL, ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(REJECTED,          ValueChainActivity.PLAN)

            .move(DRAFT,             AUTHORISE,           AUTHORISED)
            .move(DRAFT,             SUBMIT,              AWAITING_APPROVAL)
            .move(DRAFT,             RECORD_UNAUTHORISED, IMPLEMENTED)
            .move(AWAITING_APPROVAL, AUTHORISE,           AUTHORISED)
            .move(AWAITING_APPROVAL, REJECT,              REJECTED)
            .move(AWAITING_APPROVAL, EXPIRE,              DRAFT)
            .move(AWAITING_APPROVAL, REVISE,              DRAFT)
            .move(AWAITING_APPROVAL, CANCEL,              CANCELLED)
            .move(REJECTED,          REVISE,              DRAFT)
            .move(REJECTED,          CANCEL,              CANCELLED)
            .move(AUTHORISED,        SUBMIT,              AWAITING_APPROVAL)

            .during(VOTE,        AWAITING_APPROVAL)
            .during(TAKE_VOTES,  AWAITING_APPROVAL)
            .during(DELEGATE,    AWAITING_APPROVAL)
            .during(ASSIGN,      AWAITING_APPROVAL)
            .during(LINK,        AWAITING_APPROVAL, REJECTED)
            .during(COMMENT,     AWAITING_APPROVAL, REJECTED)
            .during(TAG,         AWAITING_APPROVAL, REJECTED)
            .during(WATCH,       AWAITING_APPROVAL, REJECTED)
            .during(INVOLVE,     AWAITING_APPROVAL, REJECTED)
            .during(RECORD_TIME, AWAITING_APPROVAL, REJECTED)
            .during(ATTACH,      AWAITING_APPROVAL, REJECTED)
            .during(PLAN_TASKS,  AWAITING_APPROVAL);
    }

    private static LifecycleEditor begun() {
        return Lifecycle.startingIn("change", DRAFT)
            .status(DRAFT,        ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(AUTHORISED,   ValueChainActivity.OBTAIN_BUILD)
            .status(IMPLEMENTING, ValueChainActivity.OBTAIN_BUILD)
            .status(IMPLEMENTED,  ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(CLOSED,       ValueChainActivity.IMPROVE)
            .status(CANCELLED,    ValueChainActivity.PLAN)

            .move(DRAFT,        CANCEL,    CANCELLED)
            .move(AUTHORISED,   REVISE,    DRAFT)
            .move(AUTHORISED,   BEGIN,     IMPLEMENTING)
            .move(AUTHORISED,   IMPLEMENT, IMPLEMENTED)
            .move(AUTHORISED,   CANCEL,    CANCELLED)
            .move(IMPLEMENTING, IMPLEMENT, IMPLEMENTED)

            // What was moved to another time is authorised anew where one person says so.
            .during(AUTHORISE,   AUTHORISED)
            .during(REVISE,      DRAFT)
            .during(SCHEDULE,    DRAFT, AUTHORISED)
            .during(ASSESS_RISK, DRAFT)
            .during(RECLASSIFY,  DRAFT)
            .during(REVIEW,      IMPLEMENTED, CLOSED)
            .during(DESCRIBE,    DRAFT)
            .during(PRIORITISE,  DRAFT)
            .during(ASSIGN,      DRAFT, AUTHORISED, IMPLEMENTING)
            .during(CATEGORISE,  DRAFT, AUTHORISED)
            .during(SET_FIELDS,  DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED)
            .during(LINK,        DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED)
            .during(COMMENT,     DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED, CANCELLED)

            // Nobody authorises a change of their own, so whose it is stays as it was.
            .during(ACCEPT,          DRAFT, AUTHORISED, IMPLEMENTING)
            .during(HAND_BACK,       DRAFT, AUTHORISED, IMPLEMENTING)
            .during(CHANGE_CUSTOMER, DRAFT, AUTHORISED)
            .during(INVOLVE,         DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED)
            .during(TAG,             DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED)
            .during(WATCH,           DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED, CANCELLED)
            .during(NAME_AFFECTED,   DRAFT)
            .during(PLAN_TASKS,      DRAFT, AUTHORISED, IMPLEMENTING)
            .during(DO_TASK,         DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED)
            .during(RECORD_TIME,     DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED, CANCELLED)
            .during(ATTACH,          DRAFT, AUTHORISED, IMPLEMENTING, IMPLEMENTED, CLOSED, CANCELLED);
    }
    // spotless:on

    private ChangeLifecycle() {}

    /** That of changes of {@code type} whose procedure names no other. */
    public static Lifecycle of(ChangeType type) {
        return switch (type) {
            case NORMAL -> NORMAL;
            case STANDARD -> STANDARD;
            case EMERGENCY -> EMERGENCY;
        };
    }

    /** The lifecycle of a tenant that tailored none: that of normal changes. */
    public static Lifecycle standard() {
        return NORMAL;
    }
}
