package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Explanation;

/**
 * Who used the time that there was for a promise. Each stretch of open time that counted is that of whoever had the record in it, so that
 * of a breach everybody has what they used, and not the last one all. Of time in the order in which it was used, what fits into the budget
 * is within it, and the rest is overrun:
 *
 * <ul>
 *   <li>the {@code used} of all shares add up to what the cycle has {@linkplain Cycle#elapsed used};
 *   <li>the {@code overrun} of all shares adds up to the {@linkplain Cycle#overrun overrun} of the cycle;
 *   <li>{@code used = withinBudget + overrun} of each.
 * </ul>
 *
 * @param cycle which promise
 * @param heldAtBreach who had the record at the instant since which it is late, if it is; who that is says nothing of who used the time
 * @param usedUpBy who used the last of the budget; empty if some is left, and of a budget that is none
 * @param shares what everybody used, in the order in which they first had the record
 */
public record Attribution(Cycle cycle, Optional<Holder> heldAtBreach, Optional<Holder> usedUpBy, List<Share> shares) {

    /**
     * What one of them used.
     *
     * @param holder who
     * @param used how much open time that counted
     * @param withinBudget how much of it while there was some left
     * @param overrun how much of it when there was none left
     * @param paused how much open time was pause; it is nobody's fault, and used of nothing
     */
    public record Share(Holder holder, Duration used, Duration withinBudget, Duration overrun, Duration paused) {

        Share and(Share other) {
            return new Share(
                    holder,
                    used.plus(other.used),
                    withinBudget.plus(other.withinBudget),
                    overrun.plus(other.overrun),
                    paused.plus(other.paused));
        }
    }

    public Attribution {
        shares = List.copyOf(shares);
    }

    /** Who used the time of the last cycle. */
    public static Optional<Attribution> of(Explanation why, Responsibility responsibility) {
        return why.evaluation().cycle().map(cycle -> new AttributionRun(why, cycle, responsibility).attribution());
    }

    /**
     * Who used the time of one cycle.
     *
     * @throws IllegalArgumentException if there is none of that number
     */
    public static Attribution of(Explanation why, int cycle, Responsibility responsibility) {
        return why.evaluation().cycles().stream()
                .filter(one -> one.number() == cycle)
                .findFirst()
                .map(one -> new AttributionRun(why, one, responsibility).attribution())
                .orElseThrow(() -> new IllegalArgumentException("there is no cycle " + cycle));
    }

    /** Adds up in one pass what everybody used of many promises; by holder, in the order in which they come first. */
    public static Collector<Attribution, ?, Map<Holder, Share>> sums() {
        return Collector.<Attribution, Map<Holder, Share>, Map<Holder, Share>>of(
                LinkedHashMap::new,
                (sums, attribution) -> attribution.shares().forEach(share -> add(sums, share)),
                (some, others) -> {
                    others.values().forEach(share -> add(some, share));
                    return some;
                },
                Collections::unmodifiableMap);
    }

    private static void add(Map<Holder, Share> sums, Share share) {
        sums.merge(share.holder(), share, Share::and);
    }

    /** What {@code holder} used; empty if the record was never theirs while the clock ran or stood still. */
    public Optional<Share> of(Holder holder) {
        return shares.stream().filter(share -> share.holder().equals(holder)).findFirst();
    }

    /** The part of all used time that {@code holder} used, exactly; empty if none was used. */
    public Optional<Ratio> shareOfUsed(Holder holder) {
        return part(of(holder).map(Share::used).orElse(Duration.ZERO), cycle.elapsed());
    }

    /** The part of the overrun that {@code holder} used, exactly; empty if there is none. */
    public Optional<Ratio> shareOfOverrun(Holder holder) {
        return part(of(holder).map(Share::overrun).orElse(Duration.ZERO), cycle.overrun());
    }

    private static Optional<Ratio> part(Duration some, Duration all) {
        return all.isZero() ? Optional.empty() : Optional.of(Ratio.of(micros(some), micros(all)));
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
    }
}
