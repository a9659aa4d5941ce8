package org.itsmkit.majorincident;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a major incident. */
public final class MajorIncidentLifecycle {

    /** Somebody thinks that it is one; nobody has decided. */
    public static final Status PROPOSED = Status.of("proposed", Phase.NEW);
    /** It is one, and hurts. */
    public static final Status ACTIVE = Status.of("active", Phase.ACTIVE);
    /** It hurts less; the service is not yet what it should be. */
    public static final Status MITIGATED = Status.of("mitigated", Phase.ACTIVE);
    /** The service works again. */
    public static final Status RESTORED = Status.of("restored", Phase.RESOLVED);
    /** Those who were there look back. */
    public static final Status UNDER_REVIEW = Status.of("under-review", Phase.RESOLVED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** It is none, was the decision. */
    public static final Status REJECTED = Status.of("rejected", Phase.CANCELLED);
    /** It is none any more: an incident like others. */
    public static final Status DEMOTED = Status.of("demoted", Phase.CANCELLED);

    /** Say that an incident should be led as a major one. */
    public static final Action PROPOSE = Action.of("propose");
    /** Say so again, after it was rejected or demoted. */
    public static final Action PROPOSE_AGAIN = Action.of("propose-again");
    /** Decide that it is one. */
    public static final Action ACCEPT = Action.of("accept");
    /** Decide that it is none. */
    public static final Action REJECT = Action.of("reject");
    /** Decide that it is none any more. */
    public static final Action DEMOTE = Action.of("demote");
    /** Say that it hurts less. */
    public static final Action MITIGATE = Action.of("mitigate");
    /** Say that the service works again. */
    public static final Action RESTORE = Action.of("restore");
    /** Say that it came back. */
    public static final Action RELAPSE = Action.of("relapse");
    /** Begin to look back. */
    public static final Action BEGIN_REVIEW = Action.of("begin-review");
    /** Say that nothing is left to do. */
    public static final Action CLOSE = Action.of("close");
    /** Give somebody a role, in place of whoever has it. */
    public static final Action ASSIGN_ROLE = Action.of("assign-role");
    /** Leave a role to nobody. */
    public static final Action VACATE_ROLE = Action.of("vacate-role");
    /** Say who is to be told, by what and how often. */
    public static final Action PLAN_COMMUNICATION = Action.of("plan-communication");
    /** Tell an audience how things stand. */
    public static final Action INFORM = Action.of("inform");
    /** Take note that an audience was not told in time. */
    public static final Action NOTE_OVERDUE = Action.of("note-overdue");
    /** Write something into the timeline. */
    public static final Action ENTER = Action.of("enter");
    /** Write down what the review found. */
    public static final Action RECORD_FINDINGS = Action.of("record-findings");
    /** Say what is to be done. */
    public static final Action ADD_ACTION_ITEM = Action.of("add-action-item");
    /** Say that something was done, will not be done, or goes on elsewhere. */
    public static final Action SETTLE_ACTION_ITEM = Action.of("settle-action-item");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("major-incident", PROPOSED)
            .status(PROPOSED,     ValueChainActivity.ENGAGE)
            .status(ACTIVE,       ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(MITIGATED,    ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(RESTORED,     ValueChainActivity.ENGAGE)
            .status(UNDER_REVIEW, ValueChainActivity.IMPROVE)
            .status(CLOSED,       ValueChainActivity.IMPROVE)
            .status(REJECTED,     ValueChainActivity.ENGAGE)
            .status(DEMOTED,      ValueChainActivity.ENGAGE)

            .move(PROPOSED,     ACCEPT,        ACTIVE)
            .move(PROPOSED,     REJECT,        REJECTED)
            .move(ACTIVE,       MITIGATE,      MITIGATED)
            .move(ACTIVE,       RESTORE,       RESTORED)
            .move(ACTIVE,       DEMOTE,        DEMOTED)
            .move(MITIGATED,    RESTORE,       RESTORED)
            .move(MITIGATED,    RELAPSE,       ACTIVE)
            .move(MITIGATED,    DEMOTE,        DEMOTED)
            .move(RESTORED,     RELAPSE,       ACTIVE)
            .move(RESTORED,     BEGIN_REVIEW,  UNDER_REVIEW)
            .move(UNDER_REVIEW, RELAPSE,       ACTIVE)
            .move(UNDER_REVIEW, CLOSE,         CLOSED)
            .move(REJECTED,     PROPOSE_AGAIN, PROPOSED)
            .move(DEMOTED,      PROPOSE_AGAIN, PROPOSED)

            .during(ASSIGN_ROLE,        PROPOSED, ACTIVE, MITIGATED, RESTORED, UNDER_REVIEW)
            .during(VACATE_ROLE,        PROPOSED, ACTIVE, MITIGATED, RESTORED, UNDER_REVIEW)
            .during(PLAN_COMMUNICATION, PROPOSED, ACTIVE, MITIGATED)
            .during(INFORM,             ACTIVE, MITIGATED, RESTORED, UNDER_REVIEW)
            .during(NOTE_OVERDUE,       ACTIVE, MITIGATED, RESTORED)
            .during(ENTER,              PROPOSED, ACTIVE, MITIGATED, RESTORED, UNDER_REVIEW)
            .during(RECORD_FINDINGS,    UNDER_REVIEW)
            .during(ADD_ACTION_ITEM,    UNDER_REVIEW)
            .during(SETTLE_ACTION_ITEM, UNDER_REVIEW)
            .build();
    // spotless:on

    private MajorIncidentLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
