package org.itsmkit.kernel;

import org.itsmkit.spi.Keys;

/**
 * In which order work is taken up.
 *
 * @param rank 1 is the most pressing; at most 100
 * @param name by {@link Keys#requireCode}
 */
public record Priority(int rank, String name) implements Comparable<Priority> {

    /** Everything else stops. */
    public static final Priority CRITICAL = new Priority(1, "critical");
    /** Before what is merely due. */
    public static final Priority HIGH = new Priority(2, "high");
    /** In its turn. */
    public static final Priority MODERATE = new Priority(3, "moderate");
    /** When there is time. */
    public static final Priority LOW = new Priority(4, "low");

    public Priority {
        if (rank < 1 || rank > 100) {
            throw new IllegalArgumentException("rank must be 1 to 100, not " + rank);
        }
        Keys.requireCode(name, "priority");
    }

    /** The most pressing first. */
    @Override
    public int compareTo(Priority other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
