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
    /** Give it back to those who know less, but enough. */
    public static final Action DE_ESCALATE = Action.of("de-escalate");

    /** Take what was given to one, or to one's group. */
    public static final Action ACCEPT = Action.of("accept");
    /** Give it back to the group. */
    public static final Action HAND_BACK = Action.of("hand-back");
    /** Be told, or have others told, of what becomes of it; or no longer. */
    public static final Action WATCH = Action.of("watch");
    /** Say that it is another's who asked. */
    public static final Action CHANGE_REQUESTER = Action.of("change-requester");
    /** Say that it concerns another customer. */
    public static final Action CHANGE_CUSTOMER = Action.of("change-customer");
    /** Say which suppliers are involved. */
    public static final Action INVOLVE = Action.of("involve");
    /** Give it tags, or take some away. */
    public static final Action TAG = Action.of("tag");

    /** Let another go on in its place: it is the same, told again. */
    public static final Action MERGE = Action.of("merge");
    /** Take that back: it was something else after all. */
    public static final Action UNMERGE = Action.of("unmerge");

    /** Say to the requester that it waits for them. */
    public static final Action REMIND = Action.of("remind");

    /** Plan tasks under it: add, put in order, assign, take away. */
    public static final Action PLAN_TASKS = Action.of("plan-tasks");
    /** Work through its tasks: start, finish, skip. */
    public static final Action DO_TASK = Action.of("do-task");
    /** Say how long somebody worked on it, and what that cost; or that it was said wrongly. */
    public static final Action RECORD_TIME = Action.of("record-time");
    /** Enclose something, or no longer. */
    public static final Action ATTACH = Action.of("attach");

    /** Say which configuration items it is about, and which error codes were seen. */
    public static final Action NAME_AFFECTED = Action.of("name-affected");

    private TicketAction() {}
}
