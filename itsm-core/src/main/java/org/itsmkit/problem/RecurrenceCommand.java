package org.itsmkit.problem;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/**
 * Write down that there may be a problem, if so much of the same came back; else nothing happens.
 *
 * @param draft what it shares with every ticket
 * @param alike what is the same
 * @param times how many of these it takes, 1 or more
 * @param evidence the record that was the last of them, at which the problem points
 */
public record RecurrenceCommand(TicketDraft draft, Needs.Counting alike, int times, RecordRef evidence)
        implements Creation<Problem> {

    @Override
    public Action action() {
        return ProblemLifecycle.LOG;
    }

    @Override
    public Needs needs() {
        return draft.needs().and(Needs.counting(alike));
    }

    @Override
    public Map<String, FieldValue> supplies() {
        return draft.supplies();
    }

    @Override
    public Map<String, FieldValue> supplies(Context context) {
        return draft.supplies(context);
    }

    @Override
    public List<Violation> check(Context context) {
        List<Violation> violations = new ArrayList<>(draft.check(context));
        violations.addAll(Inputs.check()
                .require(times >= 1, "recurrence.never", "times", "Nothing comes back less than once.")
                .violations());
        return violations;
    }

    @Override
    public Either<Rejection, List<Event<Problem>>> decide(Context context) {
        if (context.facts().count(alike) < times) {
            return right(List.of());
        }
        List<Event<Problem>> events = new ArrayList<>(
                draft.begin(new ProblemEvent.Logged(draft.open(context), Origin.PROACTIVE, Optional.empty()), context));
        events.add(new TicketEvent.Linked<>(Link.of(LinkType.RELATED.value(), evidence)));
        return right(events);
    }
}
