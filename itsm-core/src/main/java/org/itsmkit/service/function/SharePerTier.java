package org.itsmkit.service.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.spi.RecordRef;

/**
 * How much each tier solves, and how much it must pass on. What is solved in a tier is taken to have come through all below it, as support
 * in tiers has it.
 *
 * @param solved how many were solved in each tier, by tier; at least one each
 */
public record SharePerTier(SortedMap<Integer, Long> solved) {

    private static final int DIGITS = 6;

    public SharePerTier {
        solved = Collections.unmodifiableSortedMap(new TreeMap<>(solved));
        solved.forEach((tier, count) -> {
            requireTier(tier);
            if (count < 1) {
                throw new IllegalArgumentException("a tier in which nothing was solved is left out");
            }
        });
    }

    private static int requireTier(int tier) {
        if (tier < 1 || tier > SupportTier.MOST) {
            throw new IllegalArgumentException("a tier is 1 to " + SupportTier.MOST + ", not " + tier);
        }
        return tier;
    }

    /** Counts each record once: what was solved again, having been reopened, where that was said last. */
    public static SharePerTier of(Stream<SolvedAt> solutions) {
        Map<RecordRef, Integer> last = new LinkedHashMap<>();
        solutions.forEach(one -> last.put(one.record(), one.tier()));
        SortedMap<Integer, Long> counts = new TreeMap<>();
        last.values().forEach(tier -> counts.merge(tier, 1L, Long::sum));
        return new SharePerTier(counts);
    }

    /** How many were solved in all. */
    public long total() {
        return atLeast(1);
    }

    private long atLeast(int tier) {
        return solved.tailMap(tier).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Which share of all was solved in {@code tier}, 0 to 1, with six digits after the point, rounded down; empty if nothing was solved. */
    public Optional<BigDecimal> share(int tier) {
        return ratio(solved.getOrDefault(requireTier(tier), 0L), total());
    }

    /**
     * Which share of what came to {@code tier} it passed on: {@code solved above it / solved in it and above it}, 0 to 1, with six digits
     * after the point, rounded down; empty if nothing came to it.
     */
    public Optional<BigDecimal> escalationRate(int tier) {
        long came = atLeast(requireTier(tier));
        return ratio(came - solved.getOrDefault(tier, 0L), came);
    }

    private static Optional<BigDecimal> ratio(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.DOWN));
    }
}
