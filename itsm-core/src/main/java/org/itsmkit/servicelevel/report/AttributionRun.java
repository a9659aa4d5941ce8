package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.Interval;
import org.jspecify.annotations.Nullable;

/** Goes through the intervals of one cycle in order, and gives each to whoever had the record. */
final class AttributionRun {

    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Explanation why;
    private final Cycle cycle;
    private final Responsibility responsibility;
    private final Map<Holder, Attribution.Share> shares = new LinkedHashMap<>();
    private Duration used = Duration.ZERO;
    private Duration granted;
    private @Nullable Holder usedUpBy;

    AttributionRun(Explanation why, Cycle cycle, Responsibility responsibility) {
        this.why = why;
        this.cycle = cycle;
        this.responsibility = responsibility;
        this.granted = why.counted(cycle.number()).minus(cycle.elapsed());
    }

    Attribution attribution() {
        for (Interval interval : why.intervals()) {
            boolean isPause = interval.cause() == Interval.Cause.PAUSED;
            if (interval.cycle() == cycle.number() && (isPause || interval.isCounted())) {
                List<Instant> cuts = responsibility.cuts(interval.fromInclusive(), interval.toExclusive());
                for (int i = 1; i < cuts.size(); i++) {
                    Holder holder = responsibility.holder(interval.situation(), cuts.get(i - 1));
                    Duration length = Duration.between(cuts.get(i - 1), cuts.get(i));
                    give(holder, isPause ? Duration.ZERO : length.minus(grant(interval, length)), length);
                }
            }
        }
        if (!used.equals(cycle.elapsed())) {
            throw new IllegalArgumentException("intervals of " + used + " do not add up to " + cycle.elapsed());
        }
        return new Attribution(
                cycle,
                cycle.breachedAt().map(this::holderAt),
                Optional.ofNullable(usedUpBy),
                new ArrayList<>(shares.values()));
    }

    /** Where a change of target grants what a record waited, that counted, and counts no longer: what it waited first is granted first. */
    private Duration grant(Interval interval, Duration length) {
        boolean waited = interval.situation()
                .filter(situation -> situation.status().phase() == Phase.WAITING)
                .isPresent();
        Duration grant = !waited || granted.isNegative() ? Duration.ZERO : least(granted, length);
        granted = granted.minus(grant);
        return grant;
    }

    private void give(Holder holder, Duration counts, Duration length) {
        Duration left = cycle.budget().map(budget -> budget.minus(used)).orElse(FOR_EVER);
        Duration within = left.isNegative() ? Duration.ZERO : least(left, counts);
        used = used.plus(counts);
        if (within.equals(left) && !within.isZero()) {
            usedUpBy = holder;
        }
        Attribution.Share share =
                new Attribution.Share(holder, counts, within, counts.minus(within), length.minus(counts));
        shares.merge(holder, share, Attribution.Share::and);
    }

    /** Who had it then: in the situation that had begun by then. */
    private Holder holderAt(Instant at) {
        Interval last = why.intervals().get(0);
        for (Interval interval : why.intervals()) {
            last = interval.fromInclusive().isAfter(at) ? last : interval;
        }
        return responsibility.holder(last.situation(), at);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
