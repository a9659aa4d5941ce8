package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmkit.engine.Bounds;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;

/**
 * How far a ticket grows: every change reads and writes it as a whole, so that what is without end belongs into its journal. A ticket
 * that is full can still be resolved, closed and given up.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketBounds<R extends Ticketed<R>> implements Bounds<R> {

    /** The most stretches of a ticket's timeline, but for those of its end. */
    public static final int TIMELINE = 2_000;

    /** The most escalations of a ticket. */
    public static final int ESCALATIONS = 200;

    /** The bounds of every kind of ticket. */
    public TicketBounds() {}

    @Override
    public List<Violation> exceeded(R before, R after) {
        Ticket was = before.ticket();
        Ticket is = after.ticket();
        List<Violation> violations = new ArrayList<>();
        if (isTooMany(was.timeline().size(), is.timeline().size(), TIMELINE) && rank(is.phase()) <= rank(was.phase())) {
            violations.add(Violation.of(
                    "ticket.timeline-full",
                    "most",
                    Integer.toString(TIMELINE),
                    "The ticket has gone from hand to hand and status to status too often; bring it to its end."));
        }
        if (isTooMany(was.escalations().size(), is.escalations().size(), ESCALATIONS)) {
            violations.add(Violation.of(
                    "ticket.escalations-full",
                    "most",
                    Integer.toString(ESCALATIONS),
                    "The ticket was escalated " + ESCALATIONS + " times, which is as often as it can be."));
        }
        if (hasTooManyFields(was.custom(), is.custom())) {
            violations.add(Violation.of(
                    "ticket.fields-full",
                    "most",
                    Integer.toString(FieldDefinition.MOST),
                    "The ticket has at most " + FieldDefinition.MOST + " custom fields with a value, of at most "
                            + TicketDraft.TEXT_LENGTH + " characters in all."));
        }
        return violations;
    }

    private static boolean hasTooManyFields(Map<String, FieldValue> was, Map<String, FieldValue> is) {
        if (was == is) {
            return false;
        }
        long length = CustomFields.length(is);
        return isTooMany(was.size(), is.size(), FieldDefinition.MOST)
                || length > TicketDraft.TEXT_LENGTH && length > CustomFields.length(was);
    }

    private static boolean isTooMany(long before, long after, long most) {
        return after > most && after > before;
    }

    /** How near to its end a ticket is. */
    private static int rank(Phase phase) {
        return phase.isOver() ? 2 : phase == Phase.RESOLVED ? 1 : 0;
    }
}
