package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.lifecycle.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A target as most are, worked out once so that nothing needs to be decided at every point of every timeline: an amount of time, without
 * thresholds, whose conditions look at phases alone, but for its end, which may look at marks too; and a policy by which pauses move the
 * deadline to the microsecond. Whatever else a policy says matters only to those that are reopened or change.
 */
final class PlainTarget {

    private static final int OTHER = -1;

    /** Whether it is one at all; of others nothing below is of use. */
    final boolean isPlain;

    final Target target;
    final long budget;
    final Optional<Duration> shownBudget;
    final boolean isLateWhenDue;
    private final int starts;
    private final int pauses;
    private final int stops;
    private final int cancels;
    private final boolean stopsByMarks;

    PlainTarget(Target target) {
        Metric metric = target.metric();
        this.target = target;
        this.starts = phases(metric.start());
        this.pauses = phases(metric.pause());
        this.stops = phases(metric.stop());
        this.cancels = phases(metric.cancel());
        this.stopsByMarks = looksAtMarks(metric.stop());
        this.isLateWhenDue = target.policy().boundary() == ClockPolicy.Boundary.BREACHED_AT_DUE;
        Optional<Duration> time = time(target.amount());
        this.budget = time.map(Micros::of).orElse(Micros.NEVER);
        this.shownBudget = time;
        boolean isByPhase = starts != OTHER && pauses != OTHER && stops != OTHER && cancels != OTHER;
        boolean isOnce = phases(metric.next()) == 0 && phases(metric.reset()) == 0;
        boolean isByMark =
                List.of(metric.start(), metric.pause(), metric.cancel(), metric.next(), metric.reset()).stream()
                        .anyMatch(PlainTarget::looksAtMarks);
        this.isPlain = time.isPresent()
                && target.thresholds().isEmpty()
                && isPlain(target.policy())
                && isByPhase
                && isOnce
                && !isByMark;
    }

    private static boolean isPlain(ClockPolicy policy) {
        return !(policy.start() instanceof ClockPolicy.Start.At)
                && policy.pauses() == ClockPolicy.Pauses.EXTEND
                && policy.pauseUnit() == ClockPolicy.PauseUnit.EXACT
                && policy.pauseCap().isEmpty()
                && policy.boundary() != ClockPolicy.Boundary.WHOLE_MINUTES
                && policy.edge() == ClockPolicy.Edge.CLOSING;
    }

    private static Optional<Duration> time(Amount amount) {
        if (amount instanceof Amount.OpenTime open) {
            return Optional.of(open.duration());
        }
        return amount instanceof Amount.ElapsedTime elapsed ? Optional.of(elapsed.duration()) : Optional.empty();
    }

    /** In which phases it holds where nothing happens, as a bit for each; {@link #OTHER} if that does not follow from the phase. */
    private static int phases(Condition condition) {
        if (condition instanceof Condition.InPhase in) {
            int bits = 0;
            for (Phase phase : in.phases()) {
                bits |= 1 << phase.ordinal();
            }
            return bits;
        }
        int every = (1 << Phase.values().length) - 1;
        if (condition instanceof Condition.Always) {
            return every;
        }
        if (condition instanceof Condition.Never || condition instanceof Condition.Marked) {
            return 0;
        }
        if (condition instanceof Condition.Not not) {
            int bits = phases(not.condition());
            return bits == OTHER ? OTHER : every & ~bits;
        }
        if (condition instanceof Condition.All all) {
            int both = every;
            for (Condition part : all.conditions()) {
                int bits = phases(part);
                both = bits == OTHER || both == OTHER ? OTHER : both & bits;
            }
            return both;
        }
        if (condition instanceof Condition.Any any) {
            int either = 0;
            for (Condition part : any.conditions()) {
                int bits = phases(part);
                either = bits == OTHER || either == OTHER ? OTHER : either | bits;
            }
            return either;
        }
        return OTHER;
    }

    private static boolean looksAtMarks(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return looksAtMarks(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(PlainTarget::looksAtMarks);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(PlainTarget::looksAtMarks);
        }
        return condition instanceof Condition.Marked;
    }

    CompiledCalendar time(ServiceHours hours) {
        return Goal.time(target.amount(), hours);
    }

    private static boolean has(int phases, int phase) {
        return (phases >> phase & 1) != 0;
    }

    boolean starts(int phase) {
        return has(starts, phase);
    }

    boolean cancels(int phase) {
        return has(cancels, phase);
    }

    /** Whether the situation alone stops it. */
    boolean stops(int phase) {
        return has(stops, phase);
    }

    /** What its clock does from that point on, if it is open. */
    Mode mode(Timeline timeline, int point) {
        int phase = timeline.phase(point);
        if (has(cancels, phase)) {
            return Mode.CANCELLED;
        }
        boolean isMarked = stopsByMarks && timeline.isMarked(point);
        boolean isDone = isMarked
                ? target.metric().stop().holds(timeline.situation(point), timeline.marks(point))
                : has(stops, phase);
        return isDone ? Mode.STOPPED : has(pauses, phase) ? Mode.PAUSES : Mode.RUNS;
    }

    /** Those that were worked out lately. Safe for use by many threads. */
    static final class Known {

        private static final int MOST = 64;

        private final @Nullable PlainTarget[] places = new @Nullable PlainTarget[MOST];

        /** By identity, as it is about speed alone: what is equal and another is worked out again. */
        @SuppressWarnings("ReferenceEquality")
        PlainTarget of(Target target) {
            int place = System.identityHashCode(target) & MOST - 1;
            PlainTarget known = places[place];
            if (known == null || known.target != target) {
                known = new PlainTarget(target);
                places[place] = known;
            }
            return known;
        }
    }
}
