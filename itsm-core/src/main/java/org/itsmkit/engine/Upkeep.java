package org.itsmkit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Settings;

/**
 * Says how a record keeps itself in step with what happens to it, as the service level clocks of a ticket do: asked once after all that a
 * command made of the record, and its events join the same commit, as the system's; and on request, as those of who asks. Pure.
 *
 * @param <R> the record
 */
public interface Upkeep<R> {

    /**
     * Returns what happens to the record besides; nothing if it is in step.
     *
     * @param before the record before the command; empty if it began with it
     * @param record the record after the command
     * @param happened when it happened what the command made of the record: before now if it is told of the past
     * @param context of the system; its moment is when all of this is recorded, also where it is told of the past. Its facts are those
     *     that are {@linkplain #needs needed}; there is no number
     */
    List<Event<R>> events(Optional<R> before, R record, Instant happened, Context context);

    /**
     * What must be loaded before the record is asked how it keeps in step; nothing else can be asked for there.
     *
     * @param before the record before the command; empty if it began with it
     * @param record the record after it
     */
    default Needs needs(Optional<R> before, R record, Settings settings) {
        return Needs.none();
    }

    /**
     * Returns what follows from a command that {@linkplain Command#asksForUpkeep asks} the record to put itself in step; nothing if that is
     * about something else, or it is in step.
     */
    default List<Event<R>> asked(Command<R> command, R record, Context context) {
        return List.of();
    }
}
