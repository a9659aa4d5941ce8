package org.itsmkit.servicelevel;

import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** What is possible with an agreement. Records are promised something by what stands in a status of phase {@link Phase#ACTIVE}. */
public final class AgreementLifecycle {

    /** Being worked out; nobody has signed. */
    public static final Status DRAFT = Status.of("draft", Phase.NEW);
    /** Signed, and not yet in force. */
    public static final Status AGREED = Status.of("agreed", Phase.WAITING);
    /** In force. */
    public static final Status ACTIVE = Status.of("active", Phase.ACTIVE);
    /** In force, while those whom it concerns look at it. */
    public static final Status UNDER_REVIEW = Status.of("under-review", Phase.ACTIVE);
    /** It came to its end. */
    public static final Status EXPIRED = Status.of("expired", Phase.CLOSED);
    /** It was given up before its end. */
    public static final Status TERMINATED = Status.of("terminated", Phase.CLOSED);
    /** Given up before anybody signed. */
    public static final Status WITHDRAWN = Status.of("withdrawn", Phase.CANCELLED);

    /** Begin to work out an agreement. */
    public static final Action DRAFT_AGREEMENT = Action.of("draft");
    /** Propose other terms. */
    public static final Action REVISE = Action.of("revise");
    /** Propose the same terms by the tenant's calendars as they are now. */
    public static final Action RENEW_HOURS = Action.of("renew-hours");
    /** Call it otherwise, or rank it otherwise. */
    public static final Action DESCRIBE = Action.of("describe");
    /** Give it to another owner. */
    public static final Action HAND_OVER = Action.of("hand-over");
    /** Say on which agreements it rests. */
    public static final Action REST_ON = Action.of("rest-on");
    /** Sign what is proposed. */
    public static final Action AGREE = Action.of("agree");
    /** Put it in force. */
    public static final Action ACTIVATE = Action.of("activate");
    /** Begin to look at it. */
    public static final Action BEGIN_REVIEW = Action.of("begin-review");
    /** Say what was found. */
    public static final Action END_REVIEW = Action.of("end-review");
    /** Say when it is to be looked at. */
    public static final Action SET_REVIEW_DATE = Action.of("set-review-date");
    /** Take note that it is to be looked at now. */
    public static final Action NOTE_REVIEW_DUE = Action.of("note-review-due");
    /** Say from when on it will not hold. */
    public static final Action GIVE_NOTICE = Action.of("give-notice");
    /** Give it up now. */
    public static final Action TERMINATE = Action.of("terminate");
    /** Say that it came to its end. */
    public static final Action EXPIRE = Action.of("expire");
    /** Give up a draft. */
    public static final Action WITHDRAW = Action.of("withdraw");

    // spotless:off
    private static final Lifecycle STANDARD = Lifecycle.startingIn("agreement", DRAFT)
            .status(DRAFT,        ValueChainActivity.PLAN)
            .status(AGREED,       ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(ACTIVE,       ValueChainActivity.DELIVER_AND_SUPPORT)
            .status(UNDER_REVIEW, ValueChainActivity.IMPROVE)
            .status(EXPIRED,      ValueChainActivity.ENGAGE)
            .status(TERMINATED,   ValueChainActivity.ENGAGE)
            .status(WITHDRAWN,    ValueChainActivity.PLAN)

            .move(DRAFT,        AGREE,        AGREED)
            .move(DRAFT,        WITHDRAW,     WITHDRAWN)
            .move(AGREED,       ACTIVATE,     ACTIVE)
            .move(AGREED,       EXPIRE,       EXPIRED)
            .move(AGREED,       TERMINATE,    TERMINATED)
            .move(ACTIVE,       BEGIN_REVIEW, UNDER_REVIEW)
            .move(ACTIVE,       EXPIRE,       EXPIRED)
            .move(ACTIVE,       TERMINATE,    TERMINATED)
            .move(UNDER_REVIEW, END_REVIEW,   ACTIVE)
            .move(UNDER_REVIEW, EXPIRE,       EXPIRED)
            .move(UNDER_REVIEW, TERMINATE,    TERMINATED)

            .during(AGREE,           AGREED, ACTIVE, UNDER_REVIEW)
            .during(REVISE,          DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(RENEW_HOURS,     DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(DESCRIBE,        DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(HAND_OVER,       DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(REST_ON,         DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(SET_REVIEW_DATE, DRAFT, AGREED, ACTIVE, UNDER_REVIEW)
            .during(NOTE_REVIEW_DUE, AGREED, ACTIVE)
            .during(GIVE_NOTICE,     ACTIVE, UNDER_REVIEW)
            .build();
    // spotless:on

    private AgreementLifecycle() {}

    /** The lifecycle of a tenant that tailored none. */
    public static Lifecycle standard() {
        return STANDARD;
    }
}
