package org.itsmkit.servicelevel.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Figures by group, and of all together.
 *
 * @param groups by the labels that make the group, in the order of their values; only those in which there is something
 * @param total of everything, gathered like any group: no mean of means
 */
public record Grouped<T>(Map<Labels, T> groups, T total) {

    public Grouped {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        Objects.requireNonNull(total, "total");
    }

    /** Those of one group; empty if nothing is in it. */
    public Optional<T> of(Labels group) {
        return Optional.ofNullable(groups.get(group));
    }
}
