package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Walks the minutes of a record whose target changes, and counts down what is left, as a person with a stopwatch would: of resolution,
 * resumed when reopened, never cancelled. Pauses are pauses or, hidden, time.
 */
final class ChangingMinutes {

    /** Minutes that are granted from {@code minute} on, by {@code change}, in the minutes that are {@code open}. */
    record Grant(long minute, ClockPolicy.Change change, long budget, LongPredicate open) {}

    private final Map<Long, Phase> phases = new TreeMap<>();
    private final List<Grant> grants;
    private final boolean isHiding;
    private final List<Long> ran = new ArrayList<>();
    private final List<Long> usedWhenRan = new ArrayList<>();

    private Grant by;
    private @Nullable Grant pending;
    private boolean isStarted;
    private long hiddenSince = Long.MAX_VALUE;

    long begun;
    long used;
    long paused;
    double left;
    Phase phase = Phase.NEW;
    long late = Long.MAX_VALUE;

    ChangingMinutes(Timeline timeline, List<Grant> grants, boolean isHiding) {
        for (Stretch stretch : timeline.stretches()) {
            phases.put(Minutes.minute(stretch.from()), stretch.status().phase());
        }
        this.grants = grants;
        this.by = grants.get(0);
        this.isHiding = isHiding;
    }

    boolean isStarted() {
        return isStarted;
    }

    /** The last minute in time if it is late, as far as one can see. */
    long lateInSight() {
        return late >= hiddenSince ? Long.MAX_VALUE : late;
    }

    void until(Instant end) {
        long last = Minutes.minute(end);
        for (long now = phases.keySet().iterator().next(); now <= last; now++) {
            for (Grant grant : grants.subList(1, grants.size())) {
                if (grant.minute() == now) {
                    change(grant, now);
                }
            }
            if (phases.containsKey(now)) {
                reach(now, phases.get(now));
            }
            if (now < last) {
                pass(now);
            }
        }
    }

    private void reach(long now, Phase next) {
        boolean wasDone = phase == Phase.RESOLVED;
        phase = next;
        if (!isStarted && next != Phase.RESOLVED) {
            begin(now);
        }
        Grant waited = pending;
        if (wasDone && next != Phase.RESOLVED && waited != null) {
            pending = null;
            apply(waited, now);
        }
        boolean isHidden = isHiding && next == Phase.WAITING;
        hiddenSince = isHidden ? Math.min(hiddenSince, now) : Long.MAX_VALUE;
    }

    private void begin(long now) {
        isStarted = true;
        begun = now;
        used = 0;
        paused = 0;
        left = by.budget();
        late = Long.MAX_VALUE;
        ran.clear();
        usedWhenRan.clear();
    }

    private void change(Grant grant, long now) {
        if (!isStarted) {
            by = grant;
        } else if (phase == Phase.RESOLVED) {
            pending = grant;
        } else {
            apply(grant, now);
        }
    }

    private void apply(Grant grant, long now) {
        Grant old = by;
        by = grant;
        switch (grant.change()) {
            case FORWARD -> left = grant.budget();
            case PROPORTIONAL -> left = left <= 0 ? left : grant.budget() * left / (left + used);
            case KEEP_WORSE -> {
                left = Math.min(left, grant.budget() - used);
                for (int i = 0; i < ran.size() && left < 0 && late == Long.MAX_VALUE; i++) {
                    late = usedWhenRan.get(i) >= grant.budget() ? ran.get(i) : late;
                }
            }
            case RESET -> begin(now);
            case RETROACTIVE -> throw new IllegalArgumentException("not walked: " + old);
        }
        hiddenSince = grant.change() == ClockPolicy.Change.RESET && hiddenSince < now ? now : hiddenSince;
    }

    private void pass(long now) {
        if (!isStarted || phase == Phase.RESOLVED) {
            return;
        }
        if (phase == Phase.WAITING && !isHiding) {
            paused += by.open().test(now) ? 1 : 0;
            return;
        }
        late = left <= 0 && late == Long.MAX_VALUE ? now : late;
        ran.add(now);
        usedWhenRan.add(used);
        if (by.open().test(now)) {
            used++;
            left--;
        }
    }
}
