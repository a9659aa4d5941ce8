package org.itsmkit.change.schedule;

import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;

/** Which configuration items are meant, as data. Put together in at most {@link #MOST_DEPTH} layers. */
public sealed interface ItemFilter {

    /** The most layers of filters within filters. */
    int MOST_DEPTH = 8;

    /** Whether {@code item} is meant. Pure, if {@code items} is. */
    boolean matches(ConfigurationItemId item, ItemRelations items);

    /** What it is made of; empty if it is not. */
    default List<ItemFilter> parts() {
        return List.of();
    }

    /** All items. */
    static ItemFilter every() {
        return new All(List.of());
    }

    /** These items. */
    static ItemFilter named(ConfigurationItemId... items) {
        return new Named(Set.of(items));
    }

    /** Items with this label. */
    static ItemFilter labelled(String label) {
        return new Labelled(label);
    }

    /** Items that are known to support this service. */
    static ItemFilter supporting(ServiceId service) {
        return new Supporting(service);
    }

    /** All of these match; always, if there are none. */
    static ItemFilter all(ItemFilter... parts) {
        return new All(List.of(parts));
    }

    /** One of these matches at least; never, if there are none. */
    static ItemFilter any(ItemFilter... parts) {
        return new Any(List.of(parts));
    }

    /** The other does not match. */
    static ItemFilter not(ItemFilter part) {
        return new Not(part);
    }

    /** It is one of these. */
    record Named(Set<ConfigurationItemId> items) implements ItemFilter {
        public Named {
            items = Ordered.copy(items);
        }

        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return items.contains(item);
        }
    }

    /** It has this label. */
    record Labelled(String label) implements ItemFilter {
        public Labelled {
            Keys.requireName(label, "label");
        }

        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return known.labelsOf(item).contains(label);
        }
    }

    /** It is known to support this service. */
    record Supporting(ServiceId service) implements ItemFilter {
        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return known.servicesOf(item).contains(service);
        }
    }

    /** All of the parts match. */
    record All(List<ItemFilter> parts) implements ItemFilter {
        public All {
            parts = bounded(parts);
        }

        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return parts.stream().allMatch(part -> part.matches(item, known));
        }
    }

    /** One of the parts matches at least. */
    record Any(List<ItemFilter> parts) implements ItemFilter {
        public Any {
            parts = bounded(parts);
        }

        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return parts.stream().anyMatch(part -> part.matches(item, known));
        }
    }

    /** The part does not match. */
    record Not(ItemFilter part) implements ItemFilter {
        public Not {
            bounded(List.of(part));
        }

        @Override
        public List<ItemFilter> parts() {
            return List.of(part);
        }

        @Override
        public boolean matches(ConfigurationItemId item, ItemRelations known) {
            return !part.matches(item, known);
        }
    }

    private static List<ItemFilter> bounded(List<ItemFilter> parts) {
        if (parts.stream().mapToInt(ItemFilter::depth).max().orElse(0) >= MOST_DEPTH) {
            throw new IllegalArgumentException("a filter has at most " + MOST_DEPTH + " layers");
        }
        return List.copyOf(parts);
    }

    private static int depth(ItemFilter filter) {
        return 1 + filter.parts().stream().mapToInt(ItemFilter::depth).max().orElse(0);
    }
}
