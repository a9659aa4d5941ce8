package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.spi.GroupId;

/**
 * Who helps first, and who next, where a tenant has divided work so. Each tier may have a group for everything, and others for single
 * services and sorts of things: of those that concern a ticket, the most particular one has its tier there; one for a service comes
 * before one for a category, and the longer category before the shorter. Immutable; safe for use by many threads.
 */
public final class SupportTiers {

    /** The most groups in all tiers together; one that stands in several counts each time. */
    public static final int MOST = 1_000;

    private final List<SupportTier> all;

    SupportTiers(List<SupportTier> all) {
        this.all = List.copyOf(all);
    }

    /** All of them, in the order in which the tenant gave them. */
    public List<SupportTier> all() {
        return all;
    }

    /** Those that are for the same tier, service and category as one before them. */
    public static List<SupportTier> twice(List<SupportTier> tiers) {
        Set<List<Object>> seen = new HashSet<>();
        List<SupportTier> twice = new ArrayList<>();
        for (SupportTier tier : tiers) {
            if (!seen.add(List.of(tier.number(), tier.service(), tier.category()))) {
                twice.add(tier);
            }
        }
        return twice;
    }

    /** Returns the ladder for what is of that service and category. */
    public Ladder of(Optional<ServiceId> service, Optional<Category> category) {
        TreeMap<Integer, SupportTier> chosen = new TreeMap<>();
        for (SupportTier tier : all) {
            if (tier.concerns(service, category)) {
                chosen.merge(
                        tier.number(), tier, (one, other) -> other.particularity() > one.particularity() ? other : one);
            }
        }
        TreeMap<Integer, GroupId> groups = new TreeMap<>();
        chosen.forEach((number, tier) -> groups.put(number, tier.group()));
        return new Ladder(
                groups, all.stream().mapToInt(SupportTier::number).max().orElse(0));
    }

    /**
     * The tiers that concern one ticket, one group in each.
     *
     * @param groups by the number of the tier, lowest first
     * @param top the highest number of any tier of the tenant; 0 if there is none
     */
    public record Ladder(Map<Integer, GroupId> groups, int top) {

        public Ladder {
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        }

        /** The number of the lowest tier that is the group's; empty if none is. */
        public Optional<Integer> lowestOf(Optional<GroupId> group) {
            return numbers(group).stream().findFirst();
        }

        /** The number of the highest tier that is the group's; empty if none is. */
        public Optional<Integer> highestOf(Optional<GroupId> group) {
            List<Integer> numbers = numbers(group);
            return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(numbers.size() - 1));
        }

        private List<Integer> numbers(Optional<GroupId> group) {
            return groups.keySet().stream()
                    .filter(number -> group.equals(Optional.ofNullable(groups.get(number))))
                    .toList();
        }

        /** The number of the next tier above {@code number}. */
        public Optional<Integer> above(int number) {
            return groups.keySet().stream().filter(other -> other > number).findFirst();
        }

        /** The number of the next tier below {@code number}. */
        public Optional<Integer> below(int number) {
            return groups.keySet().stream().filter(other -> other < number).reduce((one, later) -> later);
        }

        /**
         * The group of tier {@code number}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public GroupId group(int number) {
            return Optional.ofNullable(groups.get(number))
                    .orElseThrow(() -> new IllegalArgumentException("no tier " + number));
        }
    }
}
