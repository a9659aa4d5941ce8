package org.itsmkit.ticket;

import org.itsmkit.lifecycle.Action;

/** The actions that all kinds of ticket share. */
public final class TicketAction {

    /** Say something in words anew: title or description. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Say what sort of thing it is. */
    public static final Action CATEGORISE = Action.of("categorise");
    /** Say how pressing it is. */
    public static final Action PRIORITISE = Action.of("prioritise");
    /** Give it to a group or a person. */
    public static final Action ASSIGN = Action.of("assign");
    /** Begin to work on it. */
    public static final Action START = Action.of("start");
    /** Let it wait. */
    public static final Action HOLD = Action.of("hold");
    /** Go on with it. */
    public static final Action RESUME = Action.of("resume");
    /** Take it further, to those who know or decide more. */
    public static final Action ESCALATE = Action.of("escalate");
    /** Say something about it. */
    public static final Action COMMENT = Action.of("comment");
    /** Point at another record, or no longer. */
    public static final Action LINK = Action.of("link");
    /** Give values to custom fields. */
    public static final Action SET_FIELDS = Action.of("set-fields");
    /** Call it over. */
    public static final Action CLOSE = Action.of("close");
    /** Give it up. */
    public static final Action CANCEL = Action.of("cancel");
    /** Put it where it is known to stand, whatever the lifecycle says. */
    public static final Action MIGRATE = Action.of("migrate");

    /** Say to the requester that it waits for them. */
    public static final Action REMIND = Action.of("remind");

    private TicketAction() {}
}
