package org.itsmkit.servicelevel.clock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a timeline once, and takes a cycle back to its beginning where a target comes that holds as if it always had. Moments are
 * the points of the timeline, the beginnings of targets, and the instants from which a policy lets a clock run; at one instant targets
 * come first.
 */
final class ClockRun {

    private static final Set<String> NOTHING = Set.of();

    private final Timeline timeline;
    private final List<Since> targets;
    private final long attachedAt;
    private final long at;
    private final Trace trace;
    private final List<Cycle> done = new ArrayList<>();

    private Since by;
    private int nextTarget = 1;
    private int pending = -1;
    private int nextPoint;
    private int pointAfterBegin;
    private long last = Long.MIN_VALUE;
    private long cursor = Long.MIN_VALUE;
    private long grantedAt = Micros.NEVER;
    private long stoppedAt;
    private boolean isStoppedBySituation;
    private Set<String> marksSinceStop = NOTHING;
    private long hiddenSince = Micros.NEVER;
    private Mode mode = Mode.IDLE;
    private @Nullable CycleRun cycle;
    private @Nullable Stretch situation;
    private @Nullable Stretch situationAtBegin;
    private Set<String> marksAtBegin = NOTHING;

    ClockRun(Timeline timeline, List<Since> targets, long at, Trace trace) {
        this.timeline = timeline;
        this.targets = targets;
        this.by = targets.get(0);
        this.attachedAt = Micros.of(by.from());
        this.at = at;
        this.trace = trace;
    }

    Evaluation evaluation() {
        while (true) {
            long point = nextPoint < timeline.points() ? timeline.at(nextPoint) : Micros.NEVER;
            long target = nextTarget < targets.size()
                    ? Micros.of(targets.get(nextTarget).from())
                    : Micros.NEVER;
            long special = special();
            long next = Math.min(Math.min(point, target), special);
            if (next > at || next == Micros.NEVER) {
                break;
            }
            if (next == target) {
                change(nextTarget++, next, next != point);
            } else if (next == point) {
                last = next;
                Set<String> marks = timeline.marks(nextPoint);
                reach(next, timeline.situation(nextPoint++), marks);
            } else {
                last = next;
                reach(next, situation, NOTHING);
            }
        }
        advance(at);
        if (cycle != null && (mode == Mode.RUNS || mode == Mode.PAUSES && cycle.isPauseUsedUp())) {
            // What begins to run at this very instant is due by running from here.
            cycle.run(at, at);
        }
        return new Verdict(by, at, done, cycle, mode, hiddenSince, stoppedAt, startsAt()).evaluation();
    }

    /** The next instant at which something may begin without anything happening; at a point or a target it begins there anyway. */
    private long special() {
        long next = Micros.NEVER;
        if (attachedAt > last && timeline.points() > 0 && attachedAt > timeline.at(0)) {
            next = attachedAt;
        }
        long starts = startsAt();
        if (starts > last && cycle == null) {
            next = Math.min(next, starts);
        }
        return grantedAt > last ? Math.min(next, grantedAt) : next;
    }

    /** The instant at which the policy says that the clock starts; {@link Micros#NEVER} if it does not say one. */
    private long startsAt() {
        return by.target().policy().start() instanceof ClockPolicy.Start.At start
                ? Micros.of(start.instant())
                : Micros.NEVER;
    }

    private void reach(long now, @Nullable Stretch here, Set<String> marks) {
        switch (mode) {
            case IDLE -> {
                advance(now);
                if (starts(now, here, marks)) {
                    begin(1, now, here, marks);
                    goOn(now, here, marks, false);
                }
            }
            case RUNS, PAUSES -> goOn(now, here, marks, true);
            case STOPPED -> {
                advance(now);
                if (here != null) {
                    mayReopen(now, here, marks);
                    marksSinceStop = both(marksSinceStop, marks);
                }
            }
            case CANCELLED -> {
                advance(now);
                if (here != null
                        && !metric().cancel().holds(here, marks)
                        && metric().start().holds(here, marks)) {
                    nextCycle(now, here, marks);
                }
            }
        }
        if (now == grantedAt && cycle != null) {
            advance(now);
            cycle.grantWaits();
        }
        situation = here;
    }

    private Metric metric() {
        return by.target().metric();
    }

    private boolean starts(long now, @Nullable Stretch here, Set<String> marks) {
        ClockPolicy.Start start = by.target().policy().start();
        if (start instanceof ClockPolicy.Start.At) {
            return now >= startsAt();
        }
        boolean isEarly = start instanceof ClockPolicy.Start.Attachment && now < attachedAt;
        return !isEarly && here != null && metric().start().holds(here, marks);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void begin(int number, long now, @Nullable Stretch here, Set<String> marks) {
        cycle = new CycleRun(number, now, by.target(), by.hours());
        cursor = now;
        mode = Mode.RUNS;
        pointAfterBegin = nextPoint;
        situationAtBegin = here;
        marksAtBegin = marks;
        hiddenSince = Micros.NEVER;
        situation = here;
    }

    /** What becomes of an open clock here. */
    private void goOn(long now, @Nullable Stretch here, Set<String> marks, boolean mayRepeat) {
        if (here == null) {
            return;
        }
        Metric metric = metric();
        if (metric.cancel().holds(here, marks)) {
            turn(Mode.CANCELLED, now);
            stoppedAt = now;
        } else if (metric.stop().holds(here, marks)) {
            turn(Mode.STOPPED, now);
            stoppedAt = now;
            marksSinceStop = marks;
            isStoppedBySituation = metric.stop().holds(here, NOTHING);
        } else if (mayRepeat && metric.reset().holds(here, marks)) {
            again(now, here, marks);
        } else if (mayRepeat && metric.next().holds(here, marks)) {
            turn(Mode.STOPPED, now);
            stoppedAt = now;
            nextCycle(now, here, marks);
        } else {
            turn(pauses(now, here, marks) ? Mode.PAUSES : Mode.RUNS, now);
        }
    }

    private boolean pauses(long now, Stretch here, Set<String> marks) {
        ClockPolicy policy = by.target().policy();
        boolean waits = metric().pause().holds(here, marks) && (policy.retroactivePause() || now >= attachedAt);
        boolean isHidden = waits && policy.pauses() == ClockPolicy.Pauses.HIDE;
        hiddenSince = isHidden ? Math.min(hiddenSince, now) : Micros.NEVER;
        return waits && !isHidden;
    }

    /** The cycle begins anew. */
    private void again(long now, Stretch here, Set<String> marks) {
        turn(Mode.STOPPED, now);
        beginAnew(now, here, marks);
        goOn(now, here, marks, false);
    }

    private void beginAnew(long now, @Nullable Stretch here, Set<String> marks) {
        trace.takeBack(running().number);
        begin(running().number, now, here, marks);
    }

    private void nextCycle(long now, Stretch here, Set<String> marks) {
        done.add(new Verdict(by, now, List.of(), cycle, mode, Micros.NEVER, stoppedAt, Micros.NEVER).cycle());
        if (pending >= 0) {
            by = targets.get(pending);
            pending = -1;
        }
        begin(running().number + 1, now, here, marks);
        goOn(now, here, marks, false);
    }

    /** What was done by a mark, at the time or since, stays done when the situation that stopped the clock is over. */
    private void mayReopen(long now, Stretch here, Set<String> marks) {
        boolean isAskedAgain = !marks.isEmpty()
                && metric().start().holds(here, marks)
                && !metric().start().holds(here, NOTHING)
                && !metric().stop().holds(here, marks);
        boolean isOver = isStoppedBySituation
                && !metric().stop().holds(here, NOTHING)
                && !metric().stop().holds(here, marksSinceStop)
                && !metric().cancel().holds(here, marks);
        if (isAskedAgain) {
            nextCycle(now, here, marks);
        } else if (isOver) {
            reopen(now, here, marks);
        }
    }

    private void reopen(long now, Stretch here, Set<String> marks) {
        CycleRun stopped = running();
        switch (by.target().policy().reopen()) {
            case RESUME -> stopped.idle(stoppedAt, now);
            case COUNT_CLOSED_TIME -> {
                stopped.run(stoppedAt, now);
                trace.rewind(stoppedAt);
                trace.span(stoppedAt, now, Mode.RUNS, false, stopped.number, situation, by);
            }
            case RESET -> beginAnew(now, here, marks);
            case NEW_CYCLE -> {
                nextCycle(now, here, marks);
                return;
            }
            case NEVER -> {
                return;
            }
        }
        mode = Mode.RUNS;
        cursor = now;
        if (pending >= 0) {
            int next = pending;
            pending = -1;
            situation = here;
            apply(next, now);
            if (last < now) {
                return;
            }
        }
        goOn(now, here, marks, false);
    }

    /** Another target comes. What is done is judged by the one that it was done under. */
    private void change(int next, long now, boolean isBetweenPoints) {
        last = now;
        if (mode == Mode.STOPPED || mode == Mode.CANCELLED) {
            advance(now);
            pending = next;
            return;
        }
        if (cycle == null) {
            by = targets.get(next);
            if (by.target().policy().change() == ClockPolicy.Change.RETROACTIVE) {
                toTheBeginning();
            } else if (isBetweenPoints) {
                reach(now, situation, NOTHING);
            }
            return;
        }
        apply(next, now);
        if (isBetweenPoints && last == now && situation != null) {
            reach(now, situation, NOTHING);
        }
    }

    private void toTheBeginning() {
        nextPoint = 0;
        last = Long.MIN_VALUE;
        cursor = Long.MIN_VALUE;
        situation = null;
        trace.rewind(Long.MIN_VALUE);
    }

    private void apply(int next, long now) {
        Since newer = targets.get(next);
        ClockPolicy.Change change = newer.target().policy().change();
        CycleRun open = running();
        if (change == ClockPolicy.Change.RETROACTIVE) {
            by = newer;
            grantedAt = newer.target().policy().changeGrantsWaits() ? now : Micros.NEVER;
            trace.rewind(open.startedAt);
            nextPoint = pointAfterBegin;
            last = open.startedAt;
            begin(open.number, open.startedAt, situationAtBegin, marksAtBegin);
            goOn(open.startedAt, situationAtBegin, marksAtBegin, false);
        } else if (change == ClockPolicy.Change.RESET) {
            advance(now);
            by = newer;
            beginAnew(now, situation, NOTHING);
        } else {
            advance(now);
            by = newer;
            open.takeOver(newer.target(), newer.hours(), now);
        }
    }

    private CycleRun running() {
        if (cycle == null) {
            throw new IllegalStateException("no cycle began");
        }
        return cycle;
    }

    private void turn(Mode next, long now) {
        boolean isCut = by.target().policy().pauseUnit() == ClockPolicy.PauseUnit.MINUTE
                && next != mode
                && (mode == Mode.PAUSES || next == Mode.PAUSES);
        advance(isCut ? Math.max(cursor, Micros.minute(now)) : now);
        if (isCut && !next.isOpen()) {
            // The pause was over when this minute began.
            mode = Mode.RUNS;
            advance(now);
        }
        mode = next;
        hiddenSince = mode.isOpen() ? hiddenSince : Micros.NEVER;
    }

    /** Accounts for the time since the last moment. */
    private void advance(long now) {
        if (now > cursor) {
            if (mode == Mode.RUNS) {
                running().run(cursor, now);
                span(cursor, now, Mode.RUNS, false);
            } else if (mode == Mode.PAUSES) {
                pause(cursor, now);
            } else if (cursor > Long.MIN_VALUE) {
                span(cursor, now, mode, false);
            }
            if (grantedAt != Micros.NEVER
                    && mode.isOpen()
                    && situation != null
                    && situation.status().phase() == Phase.WAITING) {
                running().waited(cursor, now);
            }
            cursor = now;
        }
    }

    /** As far as it may; the rest counts. */
    private void pause(long from, long to) {
        long end = running().pauseEnds(from, to);
        if (from < end) {
            running().pause(from, end);
            span(from, end, Mode.PAUSES, false);
        }
        if (end < to) {
            running().run(end, to);
            span(end, to, Mode.RUNS, true);
        }
    }

    private void span(long from, long to, Mode then, boolean isCapped) {
        trace.span(from, to, then, isCapped, cycle == null ? 0 : cycle.number, situation, by);
    }
}
