package org.itsmkit.servicelevel;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.ticket.Ticketed;

/**
 * What may be wanted of the service level clocks of tickets: possible in every status, whatever the lifecycle says, for it moves nothing.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface ClockCommand<R extends Ticketed<R>> extends Command<R> {

    /** Look where they stand. */
    Action LOOK = Action.of("look-at-clocks");

    /** Ask anew what is promised, by agreements as they are now. */
    Action RECOMPUTE = Action.of("recompute-clocks");

    @Override
    default boolean ignoresLifecycle() {
        return true;
    }

    @Override
    default boolean asksForUpkeep() {
        return true;
    }

    /** What follows is what the kind of ticket makes of it. */
    @Override
    default Either<Rejection, List<Event<R>>> decide(R record, Context context) {
        return right(List.of());
    }

    /** Look where its clocks stand, and act on what they reached. */
    record Look<R extends Ticketed<R>>() implements ClockCommand<R> {
        @Override
        public Action action() {
            return LOOK;
        }
    }

    /**
     * Ask anew what is promised of it, and by which version of the agreements, and work out where its clocks stand. Without this, a ticket
     * goes on under what was promised to it.
     */
    record Recompute<R extends Ticketed<R>>() implements ClockCommand<R> {
        @Override
        public Action action() {
            return RECOMPUTE;
        }
    }
}
