package org.itsmkit.practice;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with an assessment. No row leads on from one that is completed. */
public final class AssessmentLifecycle {

    /** To be made. */
    public static final Status PLANNED = Status.of("planned", Phase.NEW);
    /** Evidence is gathered. */
    public static final Status IN_PROGRESS = Status.of("in-progress", Phase.ACTIVE);
    /** Somebody who did not assess looks at what was found. */
    public static final Status IN_REVIEW = Status.of("in-review", Phase.RESOLVED);
    /** What was found stands. */
    public static final Status COMPLETED = Status.of("completed", Phase.CLOSED);
    /** It will not be made, or not to its end. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Plan an assessment. */
    public static final Action PLAN = Action.of("plan");
    /** Say anew what it looks at. */
    public static final Action RESCOPE = Action.of("rescope");
    /** Let somebody else lead it. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say anew who assesses besides the lead. */
    public static final Action NAME_ASSESSORS = Action.of("name-assessors");
    /** Begin to gather evidence. */
    public static final Action BEGIN = Action.of("begin");
    /** Accept a piece of evidence. */
    public static final Action RECORD_EVIDENCE = Action.of("record-evidence");
    /** Say that a piece of evidence shows nothing any more. */
    public static final Action WITHDRAW_EVIDENCE = Action.of("withdraw-evidence");
    /** Note what was seen. */
    public static final Action NOTE_FINDING = Action.of("note-finding");
    /** Strike out what was noted. */
    public static final Action STRIKE_FINDING = Action.of("strike-finding");
    /** Work out at which level subjects are. */
    public static final Action RATE = Action.of("rate");
    /** Give it to somebody else to look at. */
    public static final Action SUBMIT = Action.of("submit");
    /** Say that it is not good enough yet. */
    public static final Action SEND_BACK = Action.of("send-back");
    /** Say that what was found stands. */
    public static final Action COMPLETE = Action.of("complete");
    /** Say that it will not be made, or not to its end. */
    public static final Action CANCEL = Action.of("cancel");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("assessment", PLANNED)
            .status(PLANNED,     ValueChainActivity.PLAN)
            .status(IN_PROGRESS, ValueChainActivity.IMPROVE)
            .status(IN_REVIEW,   ValueChainActivity.IMPROVE)
            .status(COMPLETED,   ValueChainActivity.IMPROVE)
            .status(CANCELLED,   ValueChainActivity.PLAN)

            .move(PLANNED,     BEGIN,     IN_PROGRESS)
            .move(PLANNED,     CANCEL,    CANCELLED)
            .move(IN_PROGRESS, SUBMIT,    IN_REVIEW)
            .move(IN_PROGRESS, CANCEL,    CANCELLED)
            .move(IN_REVIEW,   SEND_BACK, IN_PROGRESS)
            .move(IN_REVIEW,   COMPLETE,  COMPLETED)
            .move(IN_REVIEW,   CANCEL,    CANCELLED)

            .during(RESCOPE,           PLANNED, IN_PROGRESS)
            .during(HAND_OVER,         PLANNED, IN_PROGRESS)
            .during(NAME_ASSESSORS,    PLANNED, IN_PROGRESS)
            .during(RECORD_EVIDENCE,   IN_PROGRESS)
            .during(WITHDRAW_EVIDENCE, IN_PROGRESS)
            .during(NOTE_FINDING,      IN_PROGRESS)
            .during(STRIKE_FINDING,    IN_PROGRESS)
            .during(RATE,              IN_PROGRESS)
            .build();
    // spotless:on

    private AssessmentLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
