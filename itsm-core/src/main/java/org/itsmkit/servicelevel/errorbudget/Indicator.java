package org.itsmkit.servicelevel.errorbudget;

import java.time.Instant;
import org.itsmkit.calendar.Window;

/** A service level indicator: what of some time was good, and what was bad. Pure: the same question has the same answer. */
public interface Indicator {

    /**
     * What there was between two instants; what neighbouring windows say adds up.
     *
     * @throws IllegalArgumentException if {@code toExclusive} is before {@code fromInclusive}
     */
    Tally tally(Instant fromInclusive, Instant toExclusive);

    /**
     * Whether the total of a period is known before it is over, as that of agreed time is. If it is not, as for events, the budget of a
     * period grows while it lasts.
     */
    boolean isTotalKnown();

    /**
     * What is known of a period at some instant: what was bad until then, of the total of the period if that is known, else of what there was
     * until then. Nothing bad, before it has begun.
     */
    default Tally soFar(Window period, Instant at) {
        Instant notAfter = at.isBefore(period.toExclusive()) ? at : period.toExclusive();
        Instant until = notAfter.isAfter(period.fromInclusive()) ? notAfter : period.fromInclusive();
        Tally known = tally(period.fromInclusive(), until);
        return isTotalKnown()
                ? new Tally(
                        known.bad(),
                        tally(period.fromInclusive(), period.toExclusive()).total())
                : known;
    }
}
