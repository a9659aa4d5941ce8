package org.itsmkit.governance;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a directive: evaluate, direct, monitor. */
public final class DirectiveLifecycle {

    /** Somebody thinks that something is to be directed. */
    public static final Status PROPOSED = Status.of("proposed", Phase.NEW);
    /** It was looked at; nothing is directed. */
    public static final Status EVALUATED = Status.of("evaluated", Phase.NEW);
    /** It is directed, and monitored. */
    public static final Status IN_FORCE = Status.of("in-force", Phase.ACTIVE);
    /** What was directed has come about. */
    public static final Status ACHIEVED = Status.of("achieved", Phase.RESOLVED);
    /** It has not, in time. */
    public static final Status MISSED = Status.of("missed", Phase.RESOLVED);
    /** Over. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** Nobody wants it any longer. */
    public static final Status WITHDRAWN = Status.of("withdrawn", Phase.CANCELLED);

    /** Say that something is to be directed. */
    public static final Action PROPOSE = Action.of("propose");
    /** Call it otherwise, or say otherwise what it is about. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say what was found. */
    public static final Action EVALUATE = Action.of("evaluate");
    /** Say what is to be done. */
    public static final Action DIRECT = Action.of("direct");
    /** Say what was measured. */
    public static final Action OBSERVE = Action.of("observe");
    /** Take note that nothing was measured in time. */
    public static final Action NOTE_REPORT_DUE = Action.of("note-report-due");
    /** Let what is directed hold no longer, for it to be directed otherwise. */
    public static final Action REVISE = Action.of("revise");
    /** Say that it has come about. */
    public static final Action ACHIEVE = Action.of("achieve");
    /** Say that it has not. */
    public static final Action MISS = Action.of("miss");
    /** Say what was learned. */
    public static final Action CLOSE = Action.of("close");
    /** Give it up. */
    public static final Action WITHDRAW = Action.of("withdraw");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("directive", PROPOSED)
            .status(PROPOSED,  ValueChainActivity.PLAN)
            .status(EVALUATED, ValueChainActivity.PLAN)
            .status(IN_FORCE,  ValueChainActivity.IMPROVE)
            .status(ACHIEVED,  ValueChainActivity.IMPROVE)
            .status(MISSED,    ValueChainActivity.IMPROVE)
            .status(CLOSED,    ValueChainActivity.IMPROVE)
            .status(WITHDRAWN, ValueChainActivity.PLAN)

            .move(PROPOSED,  EVALUATE, EVALUATED)
            .move(EVALUATED, DIRECT,   IN_FORCE)
            .move(IN_FORCE,  REVISE,   EVALUATED)
            .move(MISSED,    REVISE,   EVALUATED)
            .move(IN_FORCE,  ACHIEVE,  ACHIEVED)
            .move(IN_FORCE,  MISS,     MISSED)
            .move(ACHIEVED,  CLOSE,    CLOSED)
            .move(MISSED,    CLOSE,    CLOSED)
            .move(PROPOSED,  WITHDRAW, WITHDRAWN)
            .move(EVALUATED, WITHDRAW, WITHDRAWN)
            .move(IN_FORCE,  WITHDRAW, WITHDRAWN)

            .during(EVALUATE,        EVALUATED)
            .during(DESCRIBE,        PROPOSED, EVALUATED, IN_FORCE)
            .during(HAND_OVER,       PROPOSED, EVALUATED, IN_FORCE, ACHIEVED, MISSED)
            .during(OBSERVE,         IN_FORCE)
            .during(NOTE_REPORT_DUE, IN_FORCE)
            .build();
    // spotless:on

    private DirectiveLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
