package org.itsmkit.change.cab;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with a meeting of a change advisory board. */
public final class CabMeetingLifecycle {

    /** To be held. */
    public static final Status PLANNED = Status.of("planned", Phase.NEW);
    /** People are together. */
    public static final Status IN_SESSION = Status.of("in-session", Phase.ACTIVE);
    /** Held. */
    public static final Status CLOSED = Status.of("closed", Phase.CLOSED);
    /** It will not be held. */
    public static final Status CANCELLED = Status.of("cancelled", Phase.CANCELLED);

    /** Plan a meeting. */
    public static final Action PLAN = Action.of("plan");
    /** Say that it is to be at another time, or elsewhere. */
    public static final Action RESCHEDULE = Action.of("reschedule");
    /** Ask people to come. */
    public static final Action INVITE = Action.of("invite");
    /** Say that people need not come. */
    public static final Action UNINVITE = Action.of("uninvite");
    /** Let somebody else lead it. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Put a change on the agenda, or what is to be decided of it anew. */
    public static final Action PUT_ON_AGENDA = Action.of("put-on-agenda");
    /** Take a change off the agenda. */
    public static final Action TAKE_OFF_AGENDA = Action.of("take-off-agenda");
    /** Say what is looked at first. */
    public static final Action ORDER_AGENDA = Action.of("order-agenda");
    /** Remind people that it is near. */
    public static final Action REMIND = Action.of("remind");
    /** Begin, with those who are there. */
    public static final Action CONVENE = Action.of("convene");
    /** Say who came and who left. */
    public static final Action NOTE_ATTENDANCE = Action.of("note-attendance");
    /** Write down the votes on a change. */
    public static final Action DECIDE = Action.of("decide");
    /** Put a change off. */
    public static final Action DEFER = Action.of("defer");
    /** Write down what was said. */
    public static final Action WRITE_MINUTES = Action.of("write-minutes");
    /** Say that it is over. */
    public static final Action CLOSE = Action.of("close");
    /** Say that it will not be held. */
    public static final Action CANCEL = Action.of("cancel");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("cab-meeting", PLANNED)
            .status(PLANNED,    ValueChainActivity.PLAN)
            .status(IN_SESSION, ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(CLOSED,     ValueChainActivity.ENGAGE)
            .status(CANCELLED,  ValueChainActivity.PLAN)

            .move(PLANNED,    CONVENE, IN_SESSION)
            .move(PLANNED,    CANCEL,  CANCELLED)
            .move(IN_SESSION, CLOSE,   CLOSED)

            .during(RESCHEDULE,      PLANNED)
            .during(REMIND,          PLANNED)
            .during(UNINVITE,        PLANNED)
            .during(INVITE,          PLANNED, IN_SESSION)
            .during(HAND_OVER,       PLANNED, IN_SESSION)
            .during(PUT_ON_AGENDA,   PLANNED, IN_SESSION)
            .during(TAKE_OFF_AGENDA, PLANNED, IN_SESSION)
            .during(ORDER_AGENDA,    PLANNED, IN_SESSION)
            .during(NOTE_ATTENDANCE, IN_SESSION)
            .during(DECIDE,          IN_SESSION)
            .during(DEFER,           IN_SESSION)
            .during(WRITE_MINUTES,   IN_SESSION, CLOSED)
            .build();
    // spotless:on

    private CabMeetingLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
