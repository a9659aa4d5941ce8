package org.itsmkit.governance.policy;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a policy. Commands pass what stands in a status of phase {@link Phase#ACTIVE}. */
public final class GovernancePolicyLifecycle {

    /** Written down; nobody has enacted it. */
    public static final Status DRAFT = Status.of("draft", Phase.NEW);
    /** Every command passes it. */
    public static final Status IN_FORCE = Status.of("in-force", Phase.ACTIVE);
    /** Every command passes it still, while somebody looks at it. */
    public static final Status UNDER_REVIEW = Status.of("under-review", Phase.ACTIVE);
    /** No command passes it for the time being. */
    public static final Status SUSPENDED = Status.of("suspended", Phase.WAITING);
    /** No command passes it any longer. */
    public static final Status RETIRED = Status.of("retired", Phase.CLOSED);
    /** It never came into force, and will not. */
    public static final Status WITHDRAWN = Status.of("withdrawn", Phase.CANCELLED);

    /** Write down what is wanted. */
    public static final Action DRAFT_IT = Action.of("draft");
    /** Propose other controls; what holds does so until these are enacted. */
    public static final Action REVISE = Action.of("revise");
    /** Call it otherwise, or say otherwise what is wanted. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Let what is proposed hold. */
    public static final Action ENACT = Action.of("enact");
    /** Say no to what is proposed; what holds does so still. */
    public static final Action REJECT = Action.of("reject");
    /** Begin to look at it. */
    public static final Action BEGIN_REVIEW = Action.of("begin-review");
    /** Say what was found. */
    public static final Action END_REVIEW = Action.of("end-review");
    /** Say when it is to be looked at. */
    public static final Action SET_REVIEW_DATE = Action.of("set-review-date");
    /** Take note that it is to be looked at. */
    public static final Action NOTE_REVIEW_DUE = Action.of("note-review-due");
    /** Let it not stand in somebody's way for a while. */
    public static final Action GRANT_WAIVER = Action.of("grant-waiver");
    /** Take that back. */
    public static final Action REVOKE_WAIVER = Action.of("revoke-waiver");
    /** Let no command pass it for the time being. */
    public static final Action SUSPEND = Action.of("suspend");
    /** Let commands pass it again. */
    public static final Action REINSTATE = Action.of("reinstate");
    /** Let no command pass it ever again. */
    public static final Action RETIRE = Action.of("retire");
    /** Give up what never came into force. */
    public static final Action WITHDRAW = Action.of("withdraw");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("governance-policy", DRAFT)
            .status(DRAFT,        ValueChainActivity.PLAN)
            .status(IN_FORCE,     ValueChainActivity.PLAN)
            .status(UNDER_REVIEW, ValueChainActivity.IMPROVE)
            .status(SUSPENDED,    ValueChainActivity.IMPROVE)
            .status(RETIRED,      ValueChainActivity.IMPROVE)
            .status(WITHDRAWN,    ValueChainActivity.PLAN)

            .move(DRAFT,        ENACT,        IN_FORCE)
            .move(DRAFT,        WITHDRAW,     WITHDRAWN)
            .move(IN_FORCE,     BEGIN_REVIEW, UNDER_REVIEW)
            .move(UNDER_REVIEW, END_REVIEW,   IN_FORCE)
            .move(IN_FORCE,     SUSPEND,      SUSPENDED)
            .move(UNDER_REVIEW, SUSPEND,      SUSPENDED)
            .move(SUSPENDED,    REINSTATE,    IN_FORCE)
            .move(SUSPENDED,    ENACT,        IN_FORCE)
            .move(IN_FORCE,     RETIRE,       RETIRED)
            .move(UNDER_REVIEW, RETIRE,       RETIRED)
            .move(SUSPENDED,    RETIRE,       RETIRED)

            .during(REVISE,          DRAFT, IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(DESCRIBE,        DRAFT, IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(HAND_OVER,       DRAFT, IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(ENACT,           IN_FORCE, UNDER_REVIEW)
            .during(REJECT,          IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(SET_REVIEW_DATE, DRAFT, IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(NOTE_REVIEW_DUE, IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(GRANT_WAIVER,    IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .during(REVOKE_WAIVER,   IN_FORCE, UNDER_REVIEW, SUSPENDED)
            .build();
    // spotless:on

    private GovernancePolicyLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
