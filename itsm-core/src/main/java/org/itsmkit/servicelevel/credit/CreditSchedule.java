package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * The tiers of a target: from nothing achieved up to the target they follow each other without gap or overlap, and who achieved less is
 * given no less.
 *
 * @param tiers at least one, in any order; kept worst first
 */
public record CreditSchedule(List<CreditTier> tiers) {

    public CreditSchedule {
        tiers = tiers.stream()
                .sorted(Comparator.comparing(CreditTier::fromInclusive))
                .toList();
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("no tiers");
        }
        if (tiers.get(0).fromInclusive().signum() != 0) {
            throw new IllegalArgumentException(
                    "nothing is said of less than " + tiers.get(0).fromInclusive());
        }
        for (int i = 1; i < tiers.size(); i++) {
            requireFit(tiers.get(i - 1), tiers.get(i));
        }
    }

    private static void requireFit(CreditTier worse, CreditTier better) {
        int gap = better.fromInclusive().compareTo(worse.toExclusive());
        if (gap > 0) {
            throw new IllegalArgumentException(
                    "a gap: nothing is said from " + worse.toExclusive() + " to " + better.fromInclusive());
        }
        if (gap < 0) {
            throw new IllegalArgumentException("an overlap: two tiers from " + better.fromInclusive() + " to "
                    + worse.toExclusive().min(better.toExclusive()));
        }
        if (worse.credit().compareTo(better.credit()) < 0) {
            throw new IllegalArgumentException("less is given for less: " + worse.credit() + " below "
                    + worse.toExclusive() + ", but " + better.credit() + " above");
        }
    }

    /** These tiers, in any order. */
    public static CreditSchedule of(CreditTier... tiers) {
        return new CreditSchedule(List.of(tiers));
    }

    /**
     * Tiers by what is missed: a credit for less than each of these, that of the least that is missed.
     *
     * @param creditsByMissed above 0, up to 1: the greatest is the target
     */
    public static CreditSchedule below(Map<BigDecimal, BigDecimal> creditsByMissed) {
        List<CreditTier> tiers = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> missed : new TreeMap<>(creditsByMissed).entrySet()) {
            tiers.add(new CreditTier(from, missed.getKey(), missed.getValue()));
            from = missed.getKey();
        }
        return new CreditSchedule(tiers);
    }

    /** What must be achieved so that nothing is given back. */
    public BigDecimal target() {
        return tiers.get(tiers.size() - 1).toExclusive();
    }

    /** In which tier {@code achieved} is; in none if it meets the target. */
    public Optional<CreditTier> tierOf(Ratio achieved) {
        return tiers.stream().filter(tier -> tier.contains(achieved)).findFirst();
    }
}
