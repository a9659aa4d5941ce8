package org.itsmkit.change.model;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a change model. Changes are made by what stands in a status of phase {@link Phase#ACTIVE}. */
public final class ChangeModelLifecycle {

    /** Written down; nobody has approved it. */
    public static final Status PROPOSED = Status.of("proposed", Phase.NEW);
    /** Changes are made by it. */
    public static final Status APPROVED = Status.of("approved", Phase.ACTIVE);
    /** No change is begun by it until somebody has looked at it. */
    public static final Status SUSPENDED = Status.of("suspended", Phase.WAITING);
    /** No change will be made by it any longer. */
    public static final Status RETIRED = Status.of("retired", Phase.CLOSED);
    /** Nobody wants it as it was proposed; it may be proposed otherwise. */
    public static final Status REJECTED = Status.of("rejected", Phase.CANCELLED);

    /** Write down how changes of one sort are to be made. */
    public static final Action PROPOSE = Action.of("propose");
    /** Propose another procedure; what holds does so until that is approved. */
    public static final Action REVISE = Action.of("revise");
    /** Call it otherwise, or describe it otherwise. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say yes to what is proposed. */
    public static final Action APPROVE = Action.of("approve");
    /** Say no to what is proposed. */
    public static final Action REJECT = Action.of("reject");
    /** Say how a change went that was made by it. */
    public static final Action RECORD_USE = Action.of("record-use");
    /** Let no further change be authorised by it for the time being. */
    public static final Action SUSPEND = Action.of("suspend");
    /** Let changes be made by it again. */
    public static final Action REINSTATE = Action.of("reinstate");
    /** Let no further change be authorised by it ever again. */
    public static final Action RETIRE = Action.of("retire");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("change-model", PROPOSED)
            .status(PROPOSED,  ValueChainActivity.PLAN)
            .status(APPROVED,  ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(SUSPENDED, ValueChainActivity.IMPROVE)
            .status(RETIRED,   ValueChainActivity.IMPROVE)
            .status(REJECTED,  ValueChainActivity.PLAN)

            .move(PROPOSED,  APPROVE,   APPROVED)
            .move(PROPOSED,  REJECT,    REJECTED)
            .move(REJECTED,  REVISE,    PROPOSED)
            .move(APPROVED,  SUSPEND,   SUSPENDED)
            .move(APPROVED,  RETIRE,    RETIRED)
            .move(SUSPENDED, REINSTATE, APPROVED)
            .move(SUSPENDED, APPROVE,   APPROVED)
            .move(SUSPENDED, RETIRE,    RETIRED)

            .during(REVISE,     PROPOSED, APPROVED, SUSPENDED)
            .during(DESCRIBE,   PROPOSED, APPROVED, SUSPENDED)
            .during(HAND_OVER,  PROPOSED, APPROVED, SUSPENDED)
            .during(APPROVE,    APPROVED)
            .during(REJECT,     APPROVED, SUSPENDED)
            .during(RECORD_USE, APPROVED, SUSPENDED, RETIRED)
            .build();
    // spotless:on

    private ChangeModelLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
