package org.itsmkit.improvement;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/**
 * What is possible with an improvement: seven steps forward, one back at a time. What is parked stays in its step and
 * stands still.
 */
public final class ImprovementLifecycle {

    /** First step: what it is for. */
    public static final Status VISION = Status.of("vision", Phase.NEW);
    /** Second step: where one stands. */
    public static final Status BASELINE = Status.of("baseline", Phase.ACTIVE);
    /** Third step: where one wants to be. */
    public static final Status TARGETS = Status.of("targets", Phase.ACTIVE);
    /** Fourth step: how to get there. */
    public static final Status PLAN = Status.of("plan", Phase.ACTIVE);
    /** Fifth step: doing it. */
    public static final Status ACTION = Status.of("action", Phase.ACTIVE);
    /** Sixth step: whether one got there. */
    public static final Status EVALUATION = Status.of("evaluation", Phase.ACTIVE);
    /** Seventh step: keeping what was gained. */
    public static final Status MOMENTUM = Status.of("momentum", Phase.RESOLVED);
    /** Over; somebody looks from time to time whether what was gained is still there. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** It will not be done. */
    public static final Status ABANDONED = Status.of("abandoned", Phase.CANCELLED);

    /** Write down what might become better. */
    public static final Action PROPOSE = Action.of("propose");
    /** Go on to measuring where one stands. */
    public static final Action ASSESS = Action.of("assess");
    /** Go on to saying where one wants to be. */
    public static final Action AIM = Action.of("aim");
    /** Go on to saying how to get there. */
    public static final Action MAKE_PLAN = Action.of("make-plan");
    /** Begin to do it. */
    public static final Action ACT = Action.of("act");
    /** Go on to asking whether one got there. */
    public static final Action CHECK = Action.of("check");
    /** Go on to keeping what was gained. */
    public static final Action KEEP = Action.of("keep");
    /** Say that it is over. */
    public static final Action CLOSE = Action.of("close");
    /** Go one step back. */
    public static final Action GO_BACK = Action.of("go-back");
    /** Plan anew, because one did not get there. */
    public static final Action PLAN_AGAIN = Action.of("plan-again");
    /** Say that it will not be done. */
    public static final Action ABANDON = Action.of("abandon");
    /** Let it stand still for the time being. */
    public static final Action PARK = Action.of("park");
    /** Go on with it where it stands. */
    public static final Action RESUME = Action.of("resume");

    /** Call it otherwise, or describe it otherwise. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say what it is about, and who stands behind it. */
    public static final Action RELATE = Action.of("relate");
    /** Say what it should bring, and what waiting for it costs. */
    public static final Action WEIGH = Action.of("weigh");
    /** Write down a decision. */
    public static final Action DECIDE = Action.of("decide");
    /** Write down a lesson. */
    public static final Action LEARN = Action.of("learn");
    /** Say what it is for. */
    public static final Action SET_VISION = Action.of("set-vision");
    /** Write down where one stands. */
    public static final Action MEASURE = Action.of("measure");
    /** Say where one wants to be. */
    public static final Action SET_TARGET = Action.of("set-target");
    /** Want something no longer. */
    public static final Action DROP_TARGET = Action.of("drop-target");
    /** Say what is to be done, by whom and until when. */
    public static final Action PLAN_STEP = Action.of("plan-step");
    /** Let somebody else do it, or until another day. */
    public static final Action MOVE_STEP = Action.of("move-step");
    /** Say that it is done, or will not be. */
    public static final Action SETTLE_STEP = Action.of("settle-step");
    /** Take note that steps are overdue. */
    public static final Action NOTE_OVERDUE = Action.of("note-overdue");
    /** Write down where one stands now. */
    public static final Action MEASURE_AGAIN = Action.of("measure-again");
    /** Say whether one got there. */
    public static final Action EVALUATE = Action.of("evaluate");
    /** Say what it brings. */
    public static final Action REALISE = Action.of("realise");
    /** Say how what was gained is kept. */
    public static final Action SET_CONTROL = Action.of("set-control");
    /** Look whether it still is. */
    public static final Action REVIEW_CONTROL = Action.of("review-control");
    /** Take note that somebody is to look. */
    public static final Action NOTE_REVIEW_DUE = Action.of("note-review-due");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("improvement", VISION)
            .status(VISION,     ValueChainActivity.IMPROVE)
            .status(BASELINE,   ValueChainActivity.IMPROVE)
            .status(TARGETS,    ValueChainActivity.PLAN)
            .status(PLAN,       ValueChainActivity.PLAN)
            .status(ACTION,     ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(EVALUATION, ValueChainActivity.IMPROVE)
            .status(MOMENTUM,   ValueChainActivity.IMPROVE)
            .status(CLOSED,     ValueChainActivity.IMPROVE)
            .status(ABANDONED,  ValueChainActivity.IMPROVE)

            .move(VISION,     ASSESS,     BASELINE)
            .move(BASELINE,   AIM,        TARGETS)
            .move(TARGETS,    MAKE_PLAN,  PLAN)
            .move(PLAN,       ACT,        ACTION)
            .move(ACTION,     CHECK,      EVALUATION)
            .move(EVALUATION, KEEP,       MOMENTUM)
            .move(MOMENTUM,   CLOSE,      CLOSED)

            .move(BASELINE,   GO_BACK,    VISION)
            .move(TARGETS,    GO_BACK,    BASELINE)
            .move(PLAN,       GO_BACK,    TARGETS)
            .move(ACTION,     GO_BACK,    PLAN)
            .move(EVALUATION, GO_BACK,    ACTION)
            .move(MOMENTUM,   GO_BACK,    EVALUATION)
            .move(EVALUATION, PLAN_AGAIN, PLAN)

            .move(VISION,     ABANDON,    ABANDONED)
            .move(BASELINE,   ABANDON,    ABANDONED)
            .move(TARGETS,    ABANDON,    ABANDONED)
            .move(PLAN,       ABANDON,    ABANDONED)
            .move(ACTION,     ABANDON,    ABANDONED)
            .move(EVALUATION, ABANDON,    ABANDONED)
            .move(MOMENTUM,   ABANDON,    ABANDONED)

            .during(PARK,            VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(RESUME,          VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(DESCRIBE,        VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(HAND_OVER,       VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(RELATE,          VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(WEIGH,           VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(DECIDE,          VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(LEARN,           VISION, BASELINE, TARGETS, PLAN, ACTION, EVALUATION, MOMENTUM)
            .during(SET_VISION,      VISION)
            .during(MEASURE,         BASELINE)
            .during(SET_TARGET,      TARGETS)
            .during(DROP_TARGET,     TARGETS)
            .during(PLAN_STEP,       PLAN, ACTION)
            .during(MOVE_STEP,       PLAN, ACTION)
            .during(SETTLE_STEP,     PLAN, ACTION)
            .during(NOTE_OVERDUE,    ACTION)
            .during(MEASURE_AGAIN,   ACTION, EVALUATION)
            .during(EVALUATE,        EVALUATION)
            .during(REALISE,         EVALUATION, MOMENTUM, CLOSED)
            .during(SET_CONTROL,     EVALUATION, MOMENTUM, CLOSED)
            .during(REVIEW_CONTROL,  MOMENTUM, CLOSED)
            .during(NOTE_REVIEW_DUE, MOMENTUM, CLOSED)
            .build();
    // spotless:on

    private ImprovementLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
