package org.itsmkit.change.schedule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Id;

/** Configuration items as they were told to a {@link Builder}: for tests, and for hosts that can hold theirs in memory. Immutable. */
public final class ItemMap implements ItemRelations {

    private final Map<Relation, Map<ConfigurationItemId, Set<ConfigurationItemId>>> related;
    private final Map<ConfigurationItemId, Set<ServiceId>> services;
    private final Map<ConfigurationItemId, Set<String>> labels;

    private ItemMap(Builder told) {
        related = new EnumMap<>(Relation.class);
        told.related.forEach((relation, items) -> related.put(relation, ordered(items)));
        services = ordered(told.services);
        labels = new HashMap<>();
        told.labels.forEach((item, some) -> labels.put(item, Set.copyOf(some)));
    }

    private static <I extends Id> Map<ConfigurationItemId, Set<I>> ordered(Map<ConfigurationItemId, Set<I>> told) {
        Map<ConfigurationItemId, Set<I>> ordered = new HashMap<>();
        told.forEach((item, some) -> ordered.put(item, Ordered.copy(some)));
        return ordered;
    }

    /** Begins with nothing. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Set<ConfigurationItemId> related(ConfigurationItemId item, Relation relation) {
        return related.getOrDefault(relation, Map.of()).getOrDefault(item, Set.of());
    }

    @Override
    public Set<ServiceId> servicesOf(ConfigurationItemId item) {
        return services.getOrDefault(item, Set.of());
    }

    @Override
    public Set<String> labelsOf(ConfigurationItemId item) {
        return labels.getOrDefault(item, Set.of());
    }

    /** Is told of items, one thing after the other, in any order. What is told twice counts once. Not for several threads. */
    public static final class Builder {

        private final Map<Relation, Map<ConfigurationItemId, Set<ConfigurationItemId>>> related =
                new EnumMap<>(Relation.class);
        private final Map<ConfigurationItemId, Set<ServiceId>> services = new HashMap<>();
        private final Map<ConfigurationItemId, Set<String>> labels = new HashMap<>();

        private Builder() {}

        /** {@code parent} contains {@code child}. */
        public Builder contains(ConfigurationItemId parent, ConfigurationItemId child) {
            return relate(child, Relation.PARENT, parent);
        }

        /** {@code item} depends on {@code needed}. */
        public Builder dependsOn(ConfigurationItemId item, ConfigurationItemId needed) {
            return relate(item, Relation.DEPENDENCY, needed);
        }

        /** {@code service} is out when {@code item} is. */
        public Builder supports(ConfigurationItemId item, ServiceId service) {
            services.computeIfAbsent(item, none -> new HashSet<>()).add(service);
            return this;
        }

        /** {@code item} is labelled with {@code label}. */
        public Builder label(ConfigurationItemId item, String label) {
            labels.computeIfAbsent(item, none -> new HashSet<>()).add(label);
            return this;
        }

        private Builder relate(ConfigurationItemId item, Relation relation, ConfigurationItemId other) {
            of(relation, item).add(other);
            of(relation.opposite(), other).add(item);
            return this;
        }

        private Set<ConfigurationItemId> of(Relation relation, ConfigurationItemId item) {
            return related.computeIfAbsent(relation, none -> new HashMap<>())
                    .computeIfAbsent(item, none -> new HashSet<>());
        }

        /** What was told so far. */
        public ItemMap build() {
            return new ItemMap(this);
        }
    }
}
