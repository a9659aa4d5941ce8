package org.itsmkit.examples.replay;

import java.util.Optional;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.Ticket;

/** A state of the log, and what it is to the kit: a status, and a reason to wait where it is one of waiting. */
enum LoggedState {
    NEW("New", IncidentLifecycle.NEW),
    ACTIVE("Active", IncidentLifecycle.IN_PROGRESS),
    AWAITING_USER_INFO("Awaiting User Info", HoldReason.AWAITING_REQUESTER),
    AWAITING_PROBLEM("Awaiting Problem", HoldReason.AWAITING_PROBLEM),
    AWAITING_VENDOR("Awaiting Vendor", HoldReason.AWAITING_SUPPLIER),
    AWAITING_EVIDENCE("Awaiting Evidence", HoldReason.AWAITING_EVIDENCE),
    RESOLVED("Resolved", IncidentLifecycle.RESOLVED),
    CLOSED("Closed", IncidentLifecycle.CLOSED);

    private final String text;
    private final Status status;
    private final Optional<HoldReason> reason;

    LoggedState(String text, Status status) {
        this.text = text;
        this.status = status;
        this.reason = Optional.empty();
    }

    LoggedState(String text, HoldReason reason) {
        this.text = text;
        this.status = IncidentLifecycle.ON_HOLD;
        this.reason = Optional.of(reason);
    }

    /** The state that the log writes like that, if it is one. */
    static Optional<LoggedState> parse(String text) {
        for (LoggedState state : values()) {
            if (state.text.equals(text)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /**
     * Where a ticket stands, in the words of the log.
     *
     * @throws IllegalArgumentException if no row of a log can have put it there
     */
    static LoggedState of(Ticket ticket) {
        for (LoggedState state : values()) {
            if (state.isWhereItStands(ticket)) {
                return state;
            }
        }
        throw new IllegalArgumentException("the log has no state for " + ticket.status() + " and " + ticket.hold());
    }

    /** Whether {@code ticket} is in this state. */
    boolean isWhereItStands(Ticket ticket) {
        return status.equals(ticket.status()) && ticket.hold().map(Hold::reason).equals(reason.map(HoldReason::name));
    }

    /** How the log writes it. */
    String text() {
        return text;
    }

    /** The status it is to the kit. */
    Status status() {
        return status;
    }

    /** What the ticket waits for in it, if it does. */
    Optional<HoldReason> reason() {
        return reason;
    }

    /** Whether work on it is done, in the opinion of those who did it. */
    boolean isDone() {
        return this == RESOLVED || this == CLOSED;
    }
}
