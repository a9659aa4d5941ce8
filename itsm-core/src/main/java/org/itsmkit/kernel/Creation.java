package org.itsmkit.kernel;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.RecordId;

/**
 * What somebody wants to begin to exist.
 *
 * @param <R> the record
 */
public interface Creation<R> extends Intention {

    /**
     * Under which id the record begins, where that follows from what it is about: so that there is never a second. Else it is given one.
     */
    default Optional<RecordId> id() {
        return Optional.empty();
    }

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
