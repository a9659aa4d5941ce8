package org.itsmkit.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/**
 * Says of what a record wants to be reminded, and what is to be done then. Pure.
 *
 * <p>After every change of a record the engine compares what it wanted before with what it wants now, and schedules and cancels in the
 * commit of the change itself. When a timer is due, the record is read again: one that is no longer wanted with that very instant does
 * nothing. What it does, it does once, as the system, with the cause {@code timer:NAME}. A refused command is told to the audit sink and
 * not tried again before the record wants another timer. Timers fire at or after their instant, never before.
 *
 * <p>Where the answer depends on settings, a change of these takes hold with the record's next change, or when the timer fires that was
 * scheduled before.
 *
 * @param <R> the record
 */
public interface Timers<R> {

    /** The most timers that a record has at a time. */
    int MAX_TIMERS = 20;

    /** Returns what {@code record} wants to be reminded of; at most {@link #MAX_TIMERS} in all, no two of one name. */
    Set<Timer> wanted(R record, Settings settings);

    /**
     * Returns what is to be done with {@code record} because of {@code timer}, which it wants and which is due; empty if nothing.
     *
     * @param now when it fires, at or after its instant
     */
    Optional<Command<R>> command(R record, Timer timer, Settings settings, Instant now);
}
