package org.itsmkit.servicelevel.clock;

import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/** Hears what a clock does while it is worked out. What is taken back because a target holds from the start is heard again. */
interface Trace {

    Trace NONE = (from, to, mode, isCapped, cycle, situation, by) -> {};

    /** Between two instants it did that. */
    void span(long from, long to, Mode mode, boolean isCapped, int cycle, @Nullable Stretch situation, Since by);

    /** What the clock did in that cycle until now counts no longer: the cycle begins anew. */
    default void takeBack(int cycle) {}

    /** What was heard since {@code from} is not so. */
    default void rewind(long from) {}
}
