package org.itsmkit.servicelevel.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what something can be grouped, such as its customer, service, team, priority and target: texts by name. The names are the host's, but
 * for those that are filled in here.
 *
 * @param values by name, in the order of names; no name is empty
 */
public record Labels(Map<String, String> values) {

    /** The label that {@link Judged#of} fills in: what the target is called. */
    public static final String TARGET = "target";

    /** The label that {@link By#per} fills in: what the period is called. */
    public static final String PERIOD = "period";

    /** None: what a total has. */
    public static final Labels NONE = new Labels(Map.of());

    public Labels {
        TreeMap<String, String> sorted = new TreeMap<>();
        values.forEach((name, value) -> {
            requireName(name);
            sorted.put(name, Objects.requireNonNull(value, name));
        });
        values = Collections.unmodifiableMap(sorted);
    }

    static void requireName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a label has a name");
        }
    }

    /** A single one. */
    public static Labels of(String name, String value) {
        return new Labels(Map.of(name, value));
    }

    /** These and another, or with another value. */
    public Labels and(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Labels(more);
    }

    /** The value of one, if it is there. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Those of these names, as far as they are there. */
    Labels only(List<String> names) {
        TreeMap<String, String> some = new TreeMap<>(values);
        some.keySet().retainAll(names);
        return new Labels(some);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
