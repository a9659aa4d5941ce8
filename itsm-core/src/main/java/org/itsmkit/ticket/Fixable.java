package org.itsmkit.ticket;

import java.util.List;

/**
 * A ticket to which changes are to bring an end, and which so understands {@link FixingCommand}s and {@link FixingEvent}s.
 *
 * @param <R> the record itself
 */
public interface Fixable<R extends Fixable<R>> extends Ticketed<R> {

    /** The changes that are to bring an end to it, each once, in the order in which they were planned; at most {@link Fix#MOST}. */
    List<Fix> fixes();

    /** Returns this record with these changes to fix it. */
    R withFixes(Iterable<? extends Fix> fixes);
}
