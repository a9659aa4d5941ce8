package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much values shifted (Hodges and Lehmann 1963): the median of all differences between a value after and one
 * before. The interval is that of all shifts which the rank-sum test would not refuse at the level: between two of the
 * sorted differences. Where values are the same it is wider than it need be.
 */
final class Shift {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Shift() {}

    static Optional<Effect> of(List<BigDecimal> before, List<BigDecimal> after, double level) {
        int rank = RankSum.intervalRank(before.size(), after.size(), level);
        if (rank == 0) {
            return Optional.empty();
        }
        List<BigDecimal> differences = new ArrayList<>(before.size() * after.size());
        for (BigDecimal one : after) {
            for (BigDecimal other : before) {
                differences.add(one.subtract(other));
            }
        }
        differences.sort(null);
        return Optional.of(new Effect(
                plain(median(differences)),
                plain(differences.get(rank - 1)),
                Optional.of(plain(differences.get(differences.size() - rank)))));
    }

    /** The middle one, or half of the two in the middle; without zeros at the end. */
    static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return plain(
                sorted.size() % 2 == 1
                        ? upper
                        : upper.add(sorted.get(sorted.size() / 2 - 1)).multiply(HALF));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
