package org.itsmkit.incident.measure;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.incident.Incident;

/**
 * How many of many incidents were resolved at first contact, in the first level, and in which tier; see {@link Handling} for what that
 * is. Those that are not resolved, and those that were given up, count nowhere.
 *
 * @param resolved how many were resolved at all
 * @param atFirstContact how many of them at first contact
 * @param inFirstLevel how many of them in the first level
 * @param byTier how many of them in each tier, by its number, lowest first; those resolved in no tier are in none
 */
public record ResolutionShares(long resolved, long atFirstContact, long inFirstLevel, Map<Integer, Long> byTier) {

    public ResolutionShares {
        byTier = Collections.unmodifiableMap(new TreeMap<>(byTier));
    }

    /** Reads {@code incidents} once. Closes nothing. */
    public static ResolutionShares of(Stream<Incident> incidents) {
        long[] counts = new long[3];
        Map<Integer, Long> tiers = new TreeMap<>();
        incidents.forEachOrdered(incident -> Handling.of(incident).ifPresent(handling -> {
            counts[0]++;
            counts[1] += handling.isFirstContact() ? 1 : 0;
            counts[2] += handling.isFirstLevel() ? 1 : 0;
            handling.tier().ifPresent(tier -> tiers.merge(tier, 1L, Long::sum));
        }));
        return new ResolutionShares(counts[0], counts[1], counts[2], tiers);
    }

    /** {@code atFirstContact / resolved}, 0 to 1; empty if none was resolved. */
    public OptionalDouble firstContactShare() {
        return share(atFirstContact);
    }

    /** {@code inFirstLevel / resolved}, 0 to 1; empty if none was resolved. */
    public OptionalDouble firstLevelShare() {
        return share(inFirstLevel);
    }

    private OptionalDouble share(long some) {
        return resolved == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / resolved);
    }
}
