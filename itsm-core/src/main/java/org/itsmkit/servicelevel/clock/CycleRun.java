package org.itsmkit.servicelevel.clock;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.itsmkit.calendar.CompiledCalendar;

/**
 * One cycle while it is worked out, in microseconds. What is due and whether it is breached follows from when the clock ran; nothing is
 * remembered of it but a breach that a change of target must not undo.
 */
final class CycleRun {

    final int number;
    final long startedAt;
    private final Runs runs = new Runs();
    private Target target;
    private CompiledCalendar time;
    private Goal goal;
    private ZoneId zone;
    private long goalFrom;
    private long goalUsed;
    private int goalRun;
    private long elapsed;
    private long paused;
    private long waited;
    private long idle;
    private boolean isHeld;
    private long standingBreach = Micros.NEVER;

    CycleRun(int number, long startedAt, Target target, ServiceHours hours) {
        this.number = number;
        this.startedAt = startedAt;
        this.target = target;
        this.time = Goal.time(target.amount(), hours);
        this.zone = hours.zone();
        this.goal = Goal.of(target.amount(), hours, time, startedAt, 0, 0);
        this.goalFrom = startedAt;
    }

    long elapsed() {
        return elapsed;
    }

    long paused() {
        return paused;
    }

    long budget() {
        return goal.budget();
    }

    private long moved() {
        return paused + idle;
    }

    void run(long from, long to) {
        runs.add(from, to, elapsed, moved(), time);
        if (from < to) {
            elapsed += time.openMicrosBetween(from, to);
        }
        isHeld = false;
    }

    void pause(long from, long to) {
        isHeld = true;
        paused += time.openMicrosBetween(from, to);
    }

    /** It waited, though its metric may not pause for that. */
    void waited(long from, long to) {
        waited += time.openMicrosBetween(from, to);
    }

    void idle(long from, long to) {
        idle += time.openMicrosBetween(from, to);
    }

    /** Until when a pause is one that begins at {@code from} and is over at {@code to}. */
    long pauseEnds(long from, long to) {
        if (target.policy().pauseCap().isEmpty()) {
            return to;
        }
        long left = Micros.of(target.policy().pauseCap().get()) - paused;
        return left <= 0 ? from : Math.min(to, time.addMicros(from, left));
    }

    boolean isPauseUsedUp() {
        Optional<Duration> cap = target.policy().pauseCap();
        return cap.isPresent() && Micros.of(cap.get()) <= paused;
    }

    /** Goes on by another target from {@code at} on. */
    void takeOver(Target next, ServiceHours nextHours, long at) {
        long breach = breachedAt(due(), false, false);
        if (breach != Micros.NEVER) {
            standingBreach = breach;
        }
        long old = goal.budget();
        target = next;
        time = Goal.time(next.amount(), nextHours);
        zone = nextHours.zone();
        ClockPolicy.Change change = next.policy().change();
        if (change == ClockPolicy.Change.PROPORTIONAL || change == ClockPolicy.Change.KEEP_WORSE) {
            long all = Goal.of(next.amount(), nextHours, time, startedAt, 0, 0).budget();
            boolean isWorse = change == ClockPolicy.Change.KEEP_WORSE;
            goal = new Goal(isWorse ? Math.min(old, all) : proportional(old, all), Goal.NONE, 0);
        } else {
            goal = Goal.of(next.amount(), nextHours, time, at, elapsed, moved());
        }
        runs.seal();
        if (change == ClockPolicy.Change.FORWARD || standingBreach == Micros.NEVER && goal.budget() >= elapsed) {
            goalHoldsFrom(at, elapsed, runs.size());
        } else if (goal.budget() < old) {
            goalHoldsFrom(startedAt, 0, 0);
        }
    }

    /** Nothing of it was due before that instant, by when so much was used, in so many runs. */
    private void goalHoldsFrom(long from, long used, int run) {
        goalFrom = from;
        goalUsed = used;
        goalRun = run;
    }

    /**
     * What was used, and the part of {@code granted} that is left if the same part of it is used as of the old, rounded for the provider.
     * Where all was used nothing is left.
     */
    private long proportional(long old, long granted) {
        if (elapsed >= old || granted == Micros.NEVER) {
            return elapsed >= old ? old : granted;
        }
        if (old == Micros.NEVER) {
            return elapsed + granted;
        }
        long used = BigInteger.valueOf(elapsed)
                .multiply(BigInteger.valueOf(granted))
                .divide(BigInteger.valueOf(old))
                .longValueExact();
        return elapsed + granted - used;
    }

    /** Where a metric does not pause, what it waited is granted all the same. */
    void grantWaits() {
        long granted = Math.min(elapsed, Math.max(0, waited - paused));
        paused += granted;
        elapsed -= granted;
        runs.clear();
        goalRun = 0;
    }

    /** When it is, or was, due: where it stood when the clock ran last, if it stands still. */
    long due() {
        return dueFor(goal.budget(), true);
    }

    /**
     * The first run that goes on when so much is used says when that was. One that ends at that very instant does not: the clock stood
     * still then, and is late when it runs again.
     */
    private long dueFor(long budget, boolean byDay) {
        if (budget == Micros.NEVER) {
            return budget;
        }
        boolean isByDay = byDay && goal.isByDay();
        int last = runs.size() - 1;
        for (int run = goalRun; run <= last; run++) {
            if (!isByDay && run < last && runs.endsBefore(run, budget)) {
                continue;
            }
            long due = isByDay ? runs.dueByDay(run, goal) : edge(runs.reaches(run, budget));
            if (due < runs.to(run) || run == last) {
                return due;
            }
        }
        return isByDay ? goal.day() : edge(time.addMicros(goalFrom, budget - goalUsed));
    }

    private long edge(long due) {
        ClockPolicy.Edge edge = target.policy().edge();
        if (due == Micros.NEVER || edge == ClockPolicy.Edge.CLOSING || time.isOpen(due)) {
            return due;
        }
        Optional<Instant> opening = time.nextOpening(Micros.instant(due));
        if (edge == ClockPolicy.Edge.NEXT_DAY
                && opening.filter(next -> day(next).equals(day(Micros.instant(due))))
                        .isPresent()) {
            return due;
        }
        return opening.map(Micros::of).orElse(Micros.NEVER);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * Since when it is breached, if {@code due} is what {@link #due} says; {@link Micros#NEVER} if it is not. A clock that stands still at the very instant of the breach did not
     * reach it yet.
     */
    long breachedAt(long due, boolean isStopped, boolean isStanding) {
        if (standingBreach != Micros.NEVER) {
            return standingBreach;
        }
        boolean isCoarse = isStopped && target.policy().boundary() == ClockPolicy.Boundary.WHOLE_MINUTES;
        long late = isCoarse && goal.budget() != Micros.NEVER
                ? dueFor(goal.budget() + Micros.MINUTE, false)
                : willBreachAt(due);
        if (late == Micros.NEVER || runs.size() == 0) {
            return Micros.NEVER;
        }
        long ran = runs.to(runs.size() - 1);
        boolean isOnlyReached = ran == late && late == due && (isStanding || isHeld);
        return ran >= late && !isOnlyReached ? late : Micros.NEVER;
    }

    /** When it is breached if it runs on. */
    long willBreachAt(long due) {
        boolean isLateWhenDue = target.policy().boundary() == ClockPolicy.Boundary.BREACHED_AT_DUE;
        return due == Micros.NEVER || isLateWhenDue ? due : due + 1;
    }

    /** Whether its clock ran up to that instant. */
    boolean ranUntil(long instant) {
        return runs.size() > 0 && runs.to(runs.size() - 1) == instant;
    }

    /** When it would be due if it ran from {@code now} on. */
    long dueFrom(long now) {
        if (goal.budget() == Micros.NEVER) {
            return Micros.NEVER;
        }
        if (goal.isByDay()) {
            return Math.max(now, goal.dayMovedTo(moved(), time));
        }
        return edge(time.addMicros(now, Math.max(0, goal.budget() - elapsed)));
    }

    /** When so much is used; {@link Micros#NEVER} if that cannot be said because the clock stands. */
    long reaches(long used, boolean isRunning) {
        if (used <= 0 || runs.size() == 0) {
            return used <= 0 ? startedAt : Micros.NEVER;
        }
        int last = runs.size() - 1;
        for (int run = 0; run <= last; run++) {
            if (run < last && runs.endsBefore(run, used)) {
                continue;
            }
            long at = runs.reaches(run, used);
            if (at <= runs.to(run) || run == last && isRunning) {
                return at;
            }
        }
        return Micros.NEVER;
    }
}
