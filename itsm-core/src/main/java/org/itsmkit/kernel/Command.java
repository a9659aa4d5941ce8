package org.itsmkit.kernel;

import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;

/**
 * What somebody wants done to a record, named in the imperative.
 *
 * @param <R> the record
 */
public interface Command<R> extends Intention {

    /** What must be loaded before the decision on {@code record}; nothing else can be asked for there. */
    default Needs needs(R record) {
        return Needs.none();
    }

    /**
     * What must be loaded before the decision on {@code record} by a tenant with {@code settings}: for commands that are told by the
     * settings whom or what they are about. Others leave this alone.
     */
    default Needs needs(R record, Settings settings) {
        return needs(record);
    }

    /**
     * As {@link #supplies(Context)}, for commands that give a field a value which follows from {@code record} as it is. Others leave this
     * alone. Pure.
     */
    default Map<String, FieldValue> supplies(R record, Context context) {
        return supplies(context);
    }

    /**
     * Decides what happens, once the command was found allowed, possible, complete and permitted. Pure: the same arguments, the same
     * answer. No events mean that nothing is to change.
     */
    Either<Rejection, List<Event<R>>> decide(R record, Context context);

    /**
     * Whether this takes any row whatever its action. Refused for an action that has a command of its own, which asks for what this does
     * not know of.
     */
    default boolean isGeneric() {
        return false;
    }

    /**
     * Returns what follows from this on the record itself, in the same commit: carried out by the system on the record as this left it.
     * Where that is refused, this stands all the same, and the audit sink is told. Pure.
     */
    default Optional<Command<R>> followedBy(R after, Context context) {
        return Optional.empty();
    }

    /** Whether this asks the record to put itself in step, as kinds of record do by themselves where something happens to them. */
    default boolean asksForUpkeep() {
        return false;
    }

    /** Whether this is possible in every status, whatever the lifecycle says: for migrations, and for what moves nothing. */
    default boolean ignoresLifecycle() {
        return false;
    }
}
