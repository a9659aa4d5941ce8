package org.itsmkit.change.risk;

import org.itsmkit.spi.Keys;

/**
 * How risky something is.
 *
 * @param rank 1 is the least; at most 100
 * @param name by {@link Keys#requireCode}
 */
public record RiskLevel(int rank, String name) implements Comparable<RiskLevel> {

    /** Hardly any. */
    public static final RiskLevel LOW = new RiskLevel(1, "low");
    /** Some. */
    public static final RiskLevel MODERATE = new RiskLevel(2, "moderate");
    /** Much. */
    public static final RiskLevel HIGH = new RiskLevel(3, "high");
    /** As much as there may be. */
    public static final RiskLevel VERY_HIGH = new RiskLevel(4, "very-high");

    public RiskLevel {
        if (rank < 1 || rank > 100) {
            throw new IllegalArgumentException("rank must be 1 to 100, not " + rank);
        }
        Keys.requireCode(name, "name");
    }

    /** The least risky first. */
    @Override
    public int compareTo(RiskLevel other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
