package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.Ticket;

/**
 * What became of a clock, and why.
 *
 * @param before as it was; empty if it begins
 * @param after as it is
 * @param why what it comes from
 */
public record ClockChange(Optional<Clock> before, Clock after, Why why) {

    /** What a change of a clock comes from. */
    public enum Why {
        /** Something is promised that was not. */
        NEWLY_PROMISED,
        /** Nobody promises it any more. */
        WITHDRAWN,
        /** Another agreement promises it, or another commitment of the same. */
        OTHER_COMMITMENT,
        /** The agreement has another version. */
        OTHER_VERSION,
        /** Time has passed, or its life was put right. */
        LOOKED_AT
    }

    public ClockChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(why, "why");
    }

    /** When it was due, if it was. */
    public Optional<Instant> dueBefore() {
        return before.flatMap(Clock::due);
    }

    /** When it is due now, if it is. */
    public Optional<Instant> dueAfter() {
        return after.due();
    }

    /** What differs between the clocks of two states of a ticket, in the order of their numbers. */
    public static List<ClockChange> between(Ticket before, Ticket after) {
        List<ClockChange> changes = new ArrayList<>();
        for (Clock is : after.serviceLevelsOrBlank().clocks()) {
            Optional<Clock> was = before.serviceLevelsOrBlank().clock(is.number());
            if (!was.equals(Optional.of(is))) {
                changes.add(new ClockChange(was, is, why(was, is)));
            }
        }
        return changes;
    }

    private static Why why(Optional<Clock> before, Clock after) {
        boolean isPromised = after.withdrawnAt().isEmpty();
        if (before.filter(was -> was.withdrawnAt().isEmpty()).isEmpty()) {
            return isPromised ? Why.NEWLY_PROMISED : Why.WITHDRAWN;
        }
        if (!isPromised) {
            return Why.WITHDRAWN;
        }
        Clock was = before.get();
        if (!was.pledge().isLike(after.pledge())) {
            return Why.OTHER_COMMITMENT;
        }
        return was.pledge().version() == after.pledge().version() ? Why.LOOKED_AT : Why.OTHER_VERSION;
    }
}
