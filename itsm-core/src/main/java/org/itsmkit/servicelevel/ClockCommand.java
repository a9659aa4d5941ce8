package org.itsmkit.servicelevel;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.record.RecordKind;
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

    /** Look where its clocks stand, and act on what they reached. */
    record Look<R extends Ticketed<R>>(RecordKind<R> kind) implements ClockCommand<R> {
        public Look {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public Action action() {
            return LOOK;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return right(new ClockKeeping<>(kind).lookedAt(record, context));
        }
    }

    /**
     * Ask anew what is promised of it, and by which version of the agreements, and work out where its clocks stand. Without this, a ticket
     * goes on under what was promised to it.
     */
    record Recompute<R extends Ticketed<R>>(RecordKind<R> kind) implements ClockCommand<R> {
        public Recompute {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public Action action() {
            return RECOMPUTE;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return right(new ClockKeeping<>(kind).recomputed(record, context));
        }
    }
}
