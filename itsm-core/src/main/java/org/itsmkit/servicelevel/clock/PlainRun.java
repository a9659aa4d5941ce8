package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.ticket.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a timeline as {@link ClockRun} does and says the same, for the commonest case alone: a {@linkplain PlainTarget plain}
 * target that holds from the beginning on, of a record that is done once. Asks the calendar once for every stretch that counts, not at
 * every point.
 */
final class PlainRun {

    private final PlainTarget target;
    private final CompiledCalendar time;
    private final long at;
    private long startedAt;
    private long stoppedAt;
    private long cursor;
    private long used;
    private long paused;
    private boolean isHeld;
    private int runs;
    private long lastFrom;
    private long lastTo;
    private long usedBeforeLast;
    private long due = Micros.NEVER;
    private boolean isDueKnown;

    private PlainRun(PlainTarget target, CompiledCalendar time, long at) {
        this.target = target;
        this.time = time;
        this.at = at;
    }

    /** Null if this is not the commonest case. */
    static @Nullable Evaluation evaluation(Timeline timeline, Target target, ServiceHours hours, Instant at) {
        PlainTarget plain = hours.plain().of(target);
        return plain.isPlain
                ? new PlainRun(plain, plain.time(hours), Micros.of(at))
                        .evaluation(timeline, org.itsmkit.spi.Micros.truncate(at))
                : null;
    }

    private @Nullable Evaluation evaluation(Timeline timeline, Instant when) {
        int points = timeline.pointsUntil(at);
        int point = 0;
        while (point < points && !target.starts(timeline.phase(point))) {
            point++;
        }
        if (point == points) {
            return new Evaluation(target.target, when, List.of(), List.of(), Optional.empty(), Optional.empty());
        }
        startedAt = timeline.at(point);
        cursor = startedAt;
        Mode mode = Mode.RUNS;
        while (point < points && mode.isOpen()) {
            Mode next = target.mode(timeline, point);
            if (next != mode) {
                advance(mode, timeline.at(point));
                mode = next;
            }
            point++;
        }
        if (mode.isOpen()) {
            advance(mode, at);
            if (mode == Mode.RUNS && (runs == 0 || lastTo < at)) {
                // What begins to run at this very instant is due by running from here.
                run(at, at);
            }
        } else {
            stoppedAt = cursor;
            if (mayGoOn(timeline, mode, point, points)) {
                return null;
            }
        }
        return evaluation(mode, when);
    }

    /** Whether what is over might be asked for again. */
    private boolean mayGoOn(Timeline timeline, Mode mode, int next, int points) {
        boolean isDoneBySituation = mode == Mode.STOPPED && target.stops(timeline.phase(next - 1));
        for (int point = next; point < points; point++) {
            int phase = timeline.phase(point);
            boolean mayGoOn = mode == Mode.STOPPED
                    ? isDoneBySituation && !target.stops(phase)
                    : !target.cancels(phase) && target.starts(phase);
            if (mayGoOn) {
                return true;
            }
        }
        return false;
    }

    private void advance(Mode mode, long now) {
        if (now > cursor) {
            if (mode == Mode.RUNS) {
                run(cursor, now);
            } else {
                paused += time.openMicrosBetween(cursor, now);
                isHeld = true;
            }
            cursor = now;
        }
    }

    private void run(long from, long to) {
        runs++;
        lastFrom = from;
        lastTo = to;
        usedBeforeLast = used;
        isHeld = false;
        if (from < to) {
            used += time.openMicrosBetween(from, to);
        }
        if (!isDueKnown && used >= target.budget) {
            // One that ends at that very instant is not due: the clock stands still then, and is late when it runs
            // again.
            due = reached();
            isDueKnown = due < to;
        }
    }

    /** When the budget is used, if the clock ran on from the beginning of the last run. */
    private long reached() {
        return target.budget <= usedBeforeLast ? lastFrom : time.addMicros(lastFrom, target.budget - usedBeforeLast);
    }

    private long due() {
        if (isDueKnown) {
            return due;
        }
        return runs == 0 ? time.addMicros(startedAt, target.budget) : reached();
    }

    private long breachedAt(long deadline, boolean isStanding) {
        long late = willBreachAt(deadline);
        if (late == Micros.NEVER || runs == 0) {
            return Micros.NEVER;
        }
        boolean isOnlyReached = lastTo == late && late == deadline && (isStanding || isHeld);
        return lastTo >= late && !isOnlyReached ? late : Micros.NEVER;
    }

    private long willBreachAt(long deadline) {
        return deadline == Micros.NEVER || target.isLateWhenDue ? deadline : deadline + 1;
    }

    private long dueFrom(long now) {
        return time.addMicros(now, Math.max(0, target.budget - used));
    }

    private Evaluation evaluation(Mode mode, Instant when) {
        long deadline = due();
        long breach = breachedAt(deadline, mode == Mode.PAUSES);
        boolean isBreached = breach != Micros.NEVER;
        boolean isDoneInPause = mode == Mode.STOPPED && !isBreached && (runs == 0 || lastTo != stoppedAt);
        long next = mode == Mode.RUNS && !isBreached ? willBreachAt(deadline) : Micros.NEVER;
        Optional<Instant> shown = isShown(mode, isBreached)
                ? Micros.known(isDoneInPause ? dueFrom(stoppedAt) : deadline)
                : Optional.empty();
        Cycle cycle = new Cycle(
                1,
                state(mode, isBreached),
                Micros.instant(startedAt),
                mode.isOpen() ? Optional.empty() : Micros.known(stoppedAt),
                Micros.duration(used),
                Micros.duration(paused),
                target.shownBudget,
                shown,
                Micros.known(breach));
        return new Evaluation(
                target.target,
                when,
                List.of(cycle),
                List.of(),
                mode == Mode.PAUSES && !isBreached ? Micros.known(dueFrom(at)) : Optional.empty(),
                next > at ? Micros.known(next) : Optional.empty());
    }

    private static ClockState state(Mode mode, boolean isBreached) {
        if (mode == Mode.CANCELLED) {
            return ClockState.CANCELLED;
        }
        if (isBreached) {
            return ClockState.BREACHED;
        }
        return mode == Mode.STOPPED ? ClockState.MET : mode == Mode.PAUSES ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private boolean isShown(Mode mode, boolean isBreached) {
        ClockPolicy policy = target.target.policy();
        return switch (mode) {
            case CANCELLED, IDLE -> false;
            case STOPPED -> Verdict.isShown(policy.finishedDue(), isBreached);
            case RUNS -> true;
            case PAUSES -> isBreached || Verdict.isShown(policy.pausedDue(), false);
        };
    }
}
