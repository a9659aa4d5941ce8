package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/** How kinds of ticket plan the changes that are to bring an end to them; see {@link Fix}. */
public final class Fixing {

    /** The name of the kind of record that fixes others. */
    public static final String CHANGE = "change";

    private Fixing() {}

    /** What must be known before a change is planned. */
    public static Needs needs(RecordRef change) {
        return Needs.record(change).and(Needs.ancestry(LinkType.FIXED_BY.value(), change));
    }

    /** Holds against {@code inputs} that there is no such change, or that it is over: nobody would tell what became of it. */
    public static Inputs check(Inputs inputs, RecordRef change, Context context) {
        boolean isThere = change.kind().equals(CHANGE) && context.facts().exists(change);
        return inputs.require(isThere, "fix.no-such-change", "change", "There is no such change.")
                .require(
                        !isThere
                                || context.facts()
                                        .record(change, Ticketed.class)
                                        .map(found -> !((Ticketed<?>) found)
                                                .ticket()
                                                .phase()
                                                .isOver())
                                        .orElse(true),
                        "fix.change-is-over",
                        "change",
                        "The change is over.");
    }

    /**
     * Decides that {@code change} is to fix it: {@code planned}, with the link to it; where it is planned already, that an end is brought to
     * it again, if that was left off meanwhile.
     */
    public static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> plan(
            R record, List<Fix> fixes, RecordRef change, Context context, Event<R> planned) {
        Ticket ticket = record.ticket();
        Optional<Fix.State> before = Fix.of(fixes, change);
        if (before.equals(Optional.of(Fix.State.PLANNED))) {
            return right(TicketEvent.andMove(record, context, List.of()));
        }
        if (before.isEmpty() && fixes.size() >= Fix.MOST) {
            return left(context.refuse(Violation.of(
                    "fix.too-many",
                    "most",
                    String.valueOf(Fix.MOST),
                    "No more than " + Fix.MOST + " changes fix it.")));
        }
        Link link = Link.of(LinkType.FIXED_BY.value(), change);
        List<Event<R>> events = new ArrayList<>();
        if (!ticket.links().contains(link)) {
            Optional<Violation> objection = Links.objection(ticket, context.self(), link);
            if (objection.isPresent()) {
                return left(context.refuse(objection.get()));
            }
            events.add(new TicketEvent.Linked<>(link));
        }
        events.add(planned);
        return right(events);
    }

    /** That a change is none that was planned. */
    public static Violation unknown() {
        return Violation.of("fix.unknown", "That change was not planned to fix it.");
    }
}
