package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * What tools disagree about. Each component is a decision of its own; {@link #standard()} is ours.
 *
 * @param start from when the clock may run
 * @param retroactivePause whether what it waited before the target was attached is a pause too
 * @param pauses what a pause does to the deadline
 * @param pauseUnit to what the edges of pauses are cut off
 * @param pauseCap how much open time of a cycle is pause at most; what is beyond counts. 0 to 100,000 days, in whole microseconds; unlimited if
 *     empty
 * @param reopen what becomes of a clock whose record is done no longer
 * @param change how a cycle that is not done goes on when its target, its amount or its service hours change
 * @param changeGrantsWaits whether what a record waited is added to the deadline when the target changes, though its metric does not pause
 * @param boundary whether what is done at the deadline is done in time
 * @param edge where a deadline falls that uses up the last of a window
 * @param pausedDue whether a deadline is shown while the clock stands still; it moves then
 * @param finishedDue whether a deadline is shown after the clock stopped
 */
@KitStyle
@Value.Builder
public record ClockPolicy(
        Start start,
        boolean retroactivePause,
        Pauses pauses,
        PauseUnit pauseUnit,
        Optional<Duration> pauseCap,
        Reopen reopen,
        Change change,
        boolean changeGrantsWaits,
        Boundary boundary,
        Edge edge,
        Shown pausedDue,
        Shown finishedDue)
        implements WithClockPolicy {

    private static final ClockPolicy STANDARD = new ClockPolicy(
            new Start.Creation(),
            true,
            Pauses.EXTEND,
            PauseUnit.EXACT,
            Optional.empty(),
            Reopen.RESUME,
            Change.RETROACTIVE,
            false,
            Boundary.MET_AT_DUE,
            Edge.CLOSING,
            Shown.NEVER,
            Shown.ALWAYS);

    /** From when a clock may run. */
    public sealed interface Start {
        /** From where its condition first holds, even if the target is attached later. */
        record Creation() implements Start {}

        /** Not before the target is attached. */
        record Attachment() implements Start {}

        /** From that instant of the years 1 to 9999, in the record's past or future, whatever the condition says. */
        record At(Instant instant) implements Start {
            public At {
                instant = org.itsmkit.spi.Micros.truncate(instant);
            }
        }
    }

    /** What a pause does. */
    public enum Pauses {
        /** The deadline moves by as much open time as the pause took. */
        EXTEND,
        /** There is no deadline in a pause, so that nothing is late or reached in it; afterwards it is where it was: the time counts. */
        HIDE
    }

    /** To what the edges of pauses are cut off. */
    public enum PauseUnit {
        /** They are as they are. */
        EXACT,
        /** Both to the minute in which they lie; what remains of the last one counts. */
        MINUTE
    }

    /** What becomes of a clock that was stopped. */
    public enum Reopen {
        /** It goes on; what lies between counts for nothing. */
        RESUME,
        /** It goes on, as if it had never been stopped. */
        COUNT_CLOSED_TIME,
        /** Its cycle begins anew; the verdict of before is void. */
        RESET,
        /** Another cycle begins; the verdict on the one before stands. */
        NEW_CYCLE,
        /** It stays stopped. */
        NEVER
    }

    /** How a cycle goes on when its target changes. */
    public enum Change {
        /** As if the new target had held since the clock started. */
        RETROACTIVE,
        /** What the new target grants is granted from the change on. A breach of the old one stands. */
        FORWARD,
        /** The part that was used of the old target is used of the new one; where all was used, the deadline stays. A breach stands. */
        PROPORTIONAL,
        /** Whichever leaves less, the old target or the new one had it held since the clock started. A breach of the old one stands. */
        KEEP_WORSE,
        /** The cycle begins anew. */
        RESET
    }

    /** Where a deadline ends. */
    public enum Boundary {
        /** What is done at the deadline is in time. */
        MET_AT_DUE,
        /** What is done at the deadline is too late. */
        BREACHED_AT_DUE,
        /** What is done is in time until a whole minute more was used; what is not done is late after the deadline. */
        WHOLE_MINUTES
    }

    /** Where a deadline falls that uses up the last of a window. */
    public enum Edge {
        /** When the window closes: the earliest instant by which so much open time has passed. */
        CLOSING,
        /** When the next one opens: the latest instant by which no more has passed. */
        NEXT_OPENING,
        /** When the next one opens, if that is on another day; else when the window closes. */
        NEXT_DAY
    }

    /** When a deadline is shown. */
    public enum Shown {
        ALWAYS,
        NEVER,
        /** Only if it was missed. */
        IF_BREACHED
    }

    public ClockPolicy {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(pauses, "pauses");
        Objects.requireNonNull(pauseUnit, "pauseUnit");
        Objects.requireNonNull(reopen, "reopen");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(boundary, "boundary");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(pausedDue, "pausedDue");
        Objects.requireNonNull(finishedDue, "finishedDue");
        pauseCap.ifPresent(cap -> Micros.requireSpan(cap, "a cap of pauses"));
    }

    /**
     * Ours: from the creation; pauses extend, retroactively and exactly; a reopened clock goes on; a changed target holds as if it always
     * had; what is done at the deadline is in time.
     */
    public static ClockPolicy standard() {
        return STANDARD;
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder extends ClockPolicyBuilder {
        Builder() {}
    }
}
