package org.itsmkit.servicelevel.availability;

import java.util.OptionalLong;

/**
 * What is lost at an instant at which one or more outages are going on.
 *
 * <ul>
 *   <li><em>Worst</em>: the greatest severity {@code max fᵢ} of them. Two degradations at once are no worse than the worse one.
 *   <li><em>By users</em>: {@code min(1, Σ over groups of max aᵢ·fᵢ / total)}, where {@code aᵢ} is how many users an outage affects and
 *       {@code fᵢ} is its severity. Of outages that affect the same group the greatest counts; each that names no group is one of its own; what
 *       does not say how many affects all. Over a period this is the share of user minutes lost.
 * </ul>
 *
 * @param users how many users there are, by whom it is weighted; empty for the worst
 */
public record Weighting(OptionalLong users) {

    /** The greatest severity. */
    public static final Weighting WORST = new Weighting(OptionalLong.empty());

    public Weighting {
        if (users.isPresent() && AffectedUsers.requireCount(users.getAsLong()) == 0) {
            throw new IllegalArgumentException("there is at least one user");
        }
    }

    /**
     * By users.
     *
     * @param total how many there are, 1 to {@value AffectedUsers#MOST}
     */
    public static Weighting byUsers(long total) {
        return new Weighting(OptionalLong.of(total));
    }

    /** In how many units the loss of a microsecond is counted, so that all of them are whole: 1,000,000, or so many for each user. */
    public long unitsPerMicrosecond() {
        return load().whole();
    }

    Load load() {
        return users.isPresent() ? new UserLoad(users.getAsLong()) : new WorstLoad();
    }
}
