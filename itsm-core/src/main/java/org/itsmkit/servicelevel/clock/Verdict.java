package org.itsmkit.servicelevel.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.ticket.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a clock once its timeline was gone through.
 *
 * @param by the target in force
 * @param at when
 * @param done the cycles before
 * @param last the cycle that matters, if one began
 * @param mode what its clock does
 * @param hiddenSince since when it has no deadline; {@link Micros#NEVER} if it has one
 * @param stoppedAt when it was stopped, if it was
 * @param startsAt when it starts by itself
 */
record Verdict(
        Since by,
        long at,
        List<Cycle> done,
        @Nullable CycleRun last,
        Mode mode,
        long hiddenSince,
        long stoppedAt,
        long startsAt) {

    Evaluation evaluation() {
        if (last == null) {
            Optional<Instant> next = startsAt > at ? Micros.known(startsAt) : Optional.empty();
            return new Evaluation(by.target(), Micros.instant(at), done, List.of(), Optional.empty(), next);
        }
        long due = last.due();
        Cycle now = cycle(last, due);
        List<Crossing> crossings = crossings(last);
        boolean stands =
                mode == Mode.PAUSES && !last.isPauseUsedUp() && now.breachedAt().isEmpty();
        return new Evaluation(
                by.target(),
                Micros.instant(at),
                and(now),
                crossings,
                stands ? Micros.known(last.dueFrom(at)) : Optional.empty(),
                Micros.known(next(last, due, now, crossings)));
    }

    private List<Cycle> and(Cycle now) {
        if (done.isEmpty()) {
            return List.of(now);
        }
        List<Cycle> cycles = new ArrayList<>(done);
        cycles.add(now);
        return cycles;
    }

    private boolean isHidden() {
        return hiddenSince != Micros.NEVER;
    }

    private boolean runs(CycleRun run) {
        return mode == Mode.RUNS || mode == Mode.PAUSES && run.isPauseUsedUp();
    }

    Cycle cycle() {
        CycleRun run = last;
        if (run == null) {
            throw new IllegalStateException("no cycle began");
        }
        return cycle(run, run.due());
    }

    private Cycle cycle(CycleRun run, long due) {
        long breach = inSight(run.breachedAt(due, mode == Mode.STOPPED, !runs(run) && mode == Mode.PAUSES));
        boolean isBreached = breach != Micros.NEVER;
        return new Cycle(
                run.number,
                state(run, isBreached),
                Micros.instant(run.startedAt),
                mode.isOpen() ? Optional.empty() : Micros.known(stoppedAt),
                Micros.duration(run.elapsed()),
                Micros.duration(run.paused()),
                run.budget() == Micros.NEVER ? Optional.empty() : Optional.of(Micros.duration(run.budget())),
                isShown(run, isBreached) ? Micros.known(shown(run, due, isBreached)) : Optional.empty(),
                Micros.known(breach));
    }

    /** What was done in a pause is judged by where the pause had moved the deadline. */
    private long shown(CycleRun run, long due, boolean isBreached) {
        boolean isDoneInPause = mode == Mode.STOPPED && !isBreached && !run.ranUntil(stoppedAt);
        return isDoneInPause ? run.dueFrom(stoppedAt) : due;
    }

    /** What comes while there is no deadline has not come yet. */
    private long inSight(long instant) {
        return instant > hiddenSince ? Micros.NEVER : instant;
    }

    private ClockState state(CycleRun run, boolean isBreached) {
        if (mode == Mode.CANCELLED) {
            return ClockState.CANCELLED;
        }
        if (isBreached) {
            return ClockState.BREACHED;
        }
        if (mode == Mode.STOPPED) {
            return ClockState.MET;
        }
        return isHidden() || !runs(run) ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private boolean isShown(CycleRun run, boolean isBreached) {
        ClockPolicy policy = by.target().policy();
        return switch (mode) {
            case CANCELLED, IDLE -> false;
            case STOPPED -> isShown(policy.finishedDue(), isBreached);
            case RUNS -> !isHidden() || isBreached || isShown(policy.pausedDue(), false);
            case PAUSES -> run.isPauseUsedUp() || isBreached || isShown(policy.pausedDue(), false);
        };
    }

    static boolean isShown(ClockPolicy.Shown shown, boolean isBreached) {
        return shown == ClockPolicy.Shown.ALWAYS || shown == ClockPolicy.Shown.IF_BREACHED && isBreached;
    }

    private List<Crossing> crossings(CycleRun run) {
        if (by.target().thresholds().isEmpty()) {
            return List.of();
        }
        List<Crossing> crossings = new ArrayList<>(by.target().thresholds().size());
        for (Threshold threshold : by.target().thresholds()) {
            long reached = run.budget() == Micros.NEVER
                    ? Micros.NEVER
                    : inSight(run.reaches(used(threshold.point(), run.budget()), runs(run)));
            crossings.add(new Crossing(run.number, threshold, Micros.known(reached), reached <= at));
        }
        return crossings;
    }

    /** How much is used where a threshold lies; rounded up, so that it is never reached early. */
    private static long used(Threshold.Point point, long budget) {
        if (point instanceof Threshold.Point.Percent percent) {
            return BigDecimal.valueOf(budget)
                    .multiply(percent.percent())
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.CEILING)
                    .min(BigDecimal.valueOf(Micros.NEVER))
                    .longValueExact();
        }
        if (point instanceof Threshold.Point.Before before) {
            return budget - Micros.of(before.left());
        }
        return budget + Micros.of(((Threshold.Point.After) point).over());
    }

    private long next(CycleRun run, long due, Cycle now, List<Crossing> crossings) {
        if (!mode.isOpen() || isHidden()) {
            return Micros.NEVER;
        }
        if (!runs(run)) {
            long end = run.pauseEnds(at, Micros.NEVER);
            return end > at ? end : Micros.NEVER;
        }
        long next = now.breachedAt().isPresent() ? Micros.NEVER : run.willBreachAt(due);
        next = next > at ? next : Micros.NEVER;
        for (Crossing crossing : crossings) {
            long reached = crossing.at().map(Micros::of).orElse(Micros.NEVER);
            next = reached > at ? Math.min(next, reached) : next;
        }
        return next;
    }
}
