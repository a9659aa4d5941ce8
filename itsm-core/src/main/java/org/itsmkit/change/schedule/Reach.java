package org.itsmkit.change.schedule;

import java.util.LinkedHashSet;
import java.util.Set;
import org.itsmkit.kernel.ConfigurationItemId;

/**
 * How far a change reaches beyond the items that are worked on. Bounded: what stands around something big may be all there is.
 *
 * @param containment over how many steps parents of parents, and children of children, are related; 0 for not at all
 * @param dependency over how many steps what depends on something, and what it depends on, are related; 0 for not at all
 */
public record Reach(int containment, int dependency) {

    /** The most steps. */
    public static final int MOST_STEPS = 100;

    public Reach {
        if (containment < 0 || dependency < 0 || containment > MOST_STEPS || dependency > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a reach is 0 to " + MOST_STEPS + " steps, not " + containment + " and " + dependency);
        }
    }

    /** One step, whatever the relation. */
    public static Reach direct() {
        return new Reach(1, 1);
    }

    /** Over how many steps this relation goes. */
    public int steps(Relation relation) {
        return switch (relation) {
            case PARENT, CHILD -> containment;
            case DEPENDANT, DEPENDENCY -> dependency;
        };
    }

    /**
     * The items that stand in this relation to {@code item} within reach, the nearest first. Each step is one in the same relation: the child
     * of a parent is none of them. Circles are gone around once; an item is not related to itself.
     */
    public Set<ConfigurationItemId> around(ConfigurationItemId item, Relation relation, ItemRelations items) {
        Set<ConfigurationItemId> edge = steps(relation) > 0 ? items.related(item, relation) : Set.of();
        if (edge.isEmpty()) {
            return edge;
        }
        Set<ConfigurationItemId> reached = new LinkedHashSet<>(edge);
        for (int step = 1; step < steps(relation) && !edge.isEmpty(); step++) {
            Set<ConfigurationItemId> next = new LinkedHashSet<>();
            for (ConfigurationItemId from : edge) {
                for (ConfigurationItemId other : items.related(from, relation)) {
                    if (reached.add(other)) {
                        next.add(other);
                    }
                }
            }
            edge = next;
        }
        reached.remove(item);
        return reached;
    }
}
