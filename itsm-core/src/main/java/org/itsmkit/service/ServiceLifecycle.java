package org.itsmkit.service;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a service. */
public final class ServiceLifecycle {

    /** Thought of: strategy. */
    public static final Status PROPOSED = Status.of("proposed", Phase.NEW);
    /** Worth designing; nobody has begun. */
    public static final Status CHARTERED = Status.of("chartered", Phase.ACTIVE);
    /** Being designed. */
    public static final Status DESIGN = Status.of("design", Phase.ACTIVE);
    /** Being built, tested and put in place. */
    public static final Status TRANSITION = Status.of("transition", Phase.ACTIVE);
    /** Used, and watched closely by those who built it. */
    public static final Status EARLY_LIFE = Status.of("early-life", Phase.ACTIVE);
    /** Used, and run by those who run it. */
    public static final Status OPERATION = Status.of("operation", Phase.ACTIVE);
    /** Not to be used for the time being. */
    public static final Status SUSPENDED = Status.of("suspended", Phase.WAITING);
    /** Its end is planned, and it is used until then. */
    public static final Status RETIRING = Status.of("retiring", Phase.ACTIVE);
    /** Nobody uses it any longer. */
    public static final Status RETIRED = Status.of("retired", Phase.CLOSED);
    /** Given up before anybody used it. */
    public static final Status REJECTED = Status.of("rejected", Phase.CANCELLED);

    /** Write down the idea of a service. */
    public static final Action PROPOSE = Action.of("propose");
    /** Call it otherwise, or describe it otherwise. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say what customers have of it. */
    public static final Action SET_AIMS = Action.of("set-aims");
    /** Say for whom it is besides. */
    public static final Action ADD_CUSTOMERS = Action.of("add-customers");
    /** Say for whom it is no longer. */
    public static final Action REMOVE_CUSTOMERS = Action.of("remove-customers");
    /** Say on what it rests. */
    public static final Action REST_ON = Action.of("rest-on");
    /** Say what it means to one of the four dimensions. */
    public static final Action ADDRESS_DIMENSION = Action.of("address-dimension");
    /** Say what is to be built. */
    public static final Action DESIGN_PACKAGE = Action.of("design");
    /** Say which team runs and supports it. */
    public static final Action NAME_SUPPORT = Action.of("name-support");
    /** Say what customers are promised, or why nothing is. */
    public static final Action ASSURE = Action.of("assure");
    /** Say that it is worth designing. */
    public static final Action CHARTER = Action.of("charter");
    /** Begin to design it. */
    public static final Action BEGIN_DESIGN = Action.of("begin-design");
    /** Say that it is designed. */
    public static final Action COMPLETE_DESIGN = Action.of("complete-design");
    /** Accept it as it was built. */
    public static final Action ACCEPT = Action.of("accept");
    /** Let customers use it. */
    public static final Action GO_LIVE = Action.of("go-live");
    /** Say that it runs as it should. */
    public static final Action END_EARLY_LIFE = Action.of("end-early-life");
    /** Send it back to where it was before its last gate. */
    public static final Action SEND_BACK = Action.of("send-back");
    /** Give it up before anybody uses it. */
    public static final Action REJECT = Action.of("reject");
    /** Let nobody use it for the time being. */
    public static final Action SUSPEND = Action.of("suspend");
    /** Let customers use it again, watched closely. */
    public static final Action RESUME = Action.of("resume");
    /** Note what could be better. */
    public static final Action IMPROVE = Action.of("improve");
    /** Say when it is to end. */
    public static final Action PLAN_RETIREMENT = Action.of("plan-retirement");
    /** Say that it is not to end after all. */
    public static final Action KEEP = Action.of("keep");
    /** Take note that its end is due. */
    public static final Action NOTE_RETIREMENT_DUE = Action.of("note-retirement-due");
    /** Say that nobody uses it any longer. */
    public static final Action RETIRE = Action.of("retire");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("service", PROPOSED)
            .status(PROPOSED,   ValueChainActivity.PLAN)
            .status(CHARTERED,  ValueChainActivity.PLAN)
            .status(DESIGN,     ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(TRANSITION, ValueChainActivity.OBTAIN_BUILD)
            .status(EARLY_LIFE, ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(OPERATION,  ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(SUSPENDED,  ValueChainActivity.IMPROVE)
            .status(RETIRING,   ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(RETIRED,    ValueChainActivity.PLAN)
            .status(REJECTED,   ValueChainActivity.PLAN)

            .move(PROPOSED,   CHARTER,         CHARTERED)
            .move(PROPOSED,   REJECT,          REJECTED)
            .move(CHARTERED,  BEGIN_DESIGN,    DESIGN)
            .move(CHARTERED,  SEND_BACK,       PROPOSED)
            .move(CHARTERED,  REJECT,          REJECTED)
            .move(DESIGN,     COMPLETE_DESIGN, TRANSITION)
            .move(DESIGN,     SEND_BACK,       PROPOSED)
            .move(DESIGN,     REJECT,          REJECTED)
            .move(TRANSITION, GO_LIVE,         EARLY_LIFE)
            .move(TRANSITION, SEND_BACK,       DESIGN)
            .move(TRANSITION, REJECT,          REJECTED)
            .move(EARLY_LIFE, END_EARLY_LIFE,  OPERATION)
            .move(EARLY_LIFE, SEND_BACK,       TRANSITION)
            .move(EARLY_LIFE, SUSPEND,         SUSPENDED)
            .move(EARLY_LIFE, PLAN_RETIREMENT, RETIRING)
            .move(OPERATION,  SEND_BACK,       EARLY_LIFE)
            .move(OPERATION,  SUSPEND,         SUSPENDED)
            .move(OPERATION,  PLAN_RETIREMENT, RETIRING)
            .move(SUSPENDED,  RESUME,          EARLY_LIFE)
            .move(SUSPENDED,  PLAN_RETIREMENT, RETIRING)
            .move(RETIRING,   KEEP,            EARLY_LIFE)
            .move(RETIRING,   RETIRE,          RETIRED)

            .during(DESCRIBE,            PROPOSED, CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(HAND_OVER,           PROPOSED, CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(ADD_CUSTOMERS,       PROPOSED, CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION)
            .during(REMOVE_CUSTOMERS,    PROPOSED, CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(SET_AIMS,            PROPOSED, CHARTERED, DESIGN)
            .during(REST_ON,             PROPOSED, CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(ADDRESS_DIMENSION,   CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED)
            .during(DESIGN_PACKAGE,      DESIGN, TRANSITION)
            .during(NAME_SUPPORT,        DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(ASSURE,              DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(ACCEPT,              TRANSITION)
            .during(IMPROVE,             CHARTERED, DESIGN, TRANSITION, EARLY_LIFE, OPERATION, SUSPENDED, RETIRING)
            .during(PLAN_RETIREMENT,     RETIRING)
            .during(NOTE_RETIREMENT_DUE, RETIRING)
            .build();
    // spotless:on

    private ServiceLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
