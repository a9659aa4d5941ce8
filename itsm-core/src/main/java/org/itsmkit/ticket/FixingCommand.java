package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/**
 * What may be wanted of the changes that are to bring an end to a ticket; see {@link Fix}.
 *
 * @param <R> the record that is to be fixed
 */
public sealed interface FixingCommand<R extends Fixable<R>> extends Command<R> {

    /** The name of the kind of record that fixes others. */
    String CHANGE = "change";

    /** Say which change is to bring an end to it. */
    Action PLAN_FIX = Action.of("plan-fix");

    /** Say what became of such a change. */
    Action NOTE_FIX = Action.of("note-fix");

    /**
     * Say which change is to bring an end to it, and link it to that. What was planned before, and failed, can be planned again; where it is
     * planned still, an end is brought to it again, if that was left off meanwhile. Refused for a change that is over, for nobody would
     * tell what became of it, and beyond {@link Fix#MOST}.
     */
    record PlanFix<R extends Fixable<R>>(RecordRef change) implements FixingCommand<R>, Pointing {
        @Override
        public LinkType type() {
            return LinkType.FIXED_BY;
        }

        @Override
        public RecordRef target() {
            return change;
        }

        @Override
        public Action action() {
            return PLAN_FIX;
        }

        @Override
        public Needs needs(R record) {
            return Needs.record(change).and(Needs.ancestry(LinkType.FIXED_BY.value(), change));
        }

        @Override
        public List<Violation> check(Context context) {
            boolean isThere = change.kind().equals(CHANGE) && context.facts().exists(change);
            boolean isOver = isThere
                    && context.facts()
                            .record(change, Ticketed.class)
                            .map(found -> ((Ticketed<?>) found).ticket().phase().isOver())
                            .orElse(false);
            return Inputs.check()
                    .require(isThere, "fix.no-such-change", "change", "There is no such change.")
                    .require(!isOver, "fix.change-is-over", "change", "The change is over.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<Fix.State> before = Fix.of(record.fixes(), change);
            if (before.equals(Optional.of(Fix.State.PLANNED))) {
                return right(TicketEvent.andMove(record, context, List.of()));
            }
            if (before.isEmpty() && record.fixes().size() >= Fix.MOST) {
                return left(context.refuse(Violation.of(
                        "fix.too-many",
                        "most",
                        String.valueOf(Fix.MOST),
                        "No more than " + Fix.MOST + " changes fix it.")));
            }
            Link link = Link.of(LinkType.FIXED_BY.value(), change);
            List<Event<R>> events = new ArrayList<>();
            if (!record.ticket().links().contains(link)) {
                Optional<Violation> objection = Links.objection(record.ticket(), context.self(), link);
                if (objection.isPresent()) {
                    return left(context.refuse(objection.get()));
                }
                events.add(new TicketEvent.Linked<>(link));
            }
            events.add(new FixingEvent.FixPlanned<>(context.destination(), change));
            return right(events);
        }
    }

    /** Say what became of a change that was to fix it. Refused for a change that was not. */
    record NoteFix<R extends Fixable<R>>(RecordRef change, Fix.State state) implements FixingCommand<R> {
        @Override
        public Action action() {
            return NOTE_FIX;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<Fix.State> before = Fix.of(record.fixes(), change);
            if (before.isEmpty()) {
                return left(context.refuse(Violation.of("fix.unknown", "That change was not planned to fix it.")));
            }
            boolean changes = !before.equals(Optional.of(state));
            return right(TicketEvent.andMove(
                    record, context, changes ? List.of(new FixingEvent.FixNoted<R>(change, state)) : List.of()));
        }
    }
}
