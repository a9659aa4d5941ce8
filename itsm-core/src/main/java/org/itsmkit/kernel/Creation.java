package org.itsmkit.kernel;

import io.vavr.control.Either;
import java.util.List;

/**
 * What somebody wants to begin to exist.
 *
 * @param <R> the record
 */
public interface Creation<R> extends Intention {

    /** What must be loaded before the decision; nothing else can be asked for there. */
    default Needs needs() {
        return Needs.none();
    }

    /**
     * Decides how the record begins, once the command was found allowed, complete and permitted. Pure but for the number it may
     * draw. The first event is an {@link Event.First}, and no other is.
     */
    Either<Rejection, List<Event<R>>> decide(Context context);
}
