package org.itsmkit.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;

/**
 * When something holds of a record, as data: by the values of its fields, among them its status and phase, and by what is being done.
 * Put together of at most {@link #MOST_PARTS} parts, in at most {@link #MOST_DEPTH} layers.
 */
public sealed interface FieldCondition {

    /** The most layers of parts within parts. */
    int MOST_DEPTH = 8;

    /** The most parts of one condition, itself included. */
    int MOST_PARTS = 200;

    /**
     * Whether it holds. Pure.
     *
     * @param action what is being done
     * @param values the values of a field, by the name that lifecycles use; custom fields without their prefix
     */
    boolean holds(Action action, Function<String, List<FieldValue>> values);

    /** What it is made of; empty if it is not. */
    default List<FieldCondition> parts() {
        return List.of();
    }

    /** The fields that it looks at, itself or in its parts. */
    default Set<String> fields() {
        Set<String> fields = new HashSet<>();
        parts().forEach(part -> fields.addAll(part.fields()));
        return fields;
    }

    /** The actions that it speaks of, itself or in its parts. */
    default Set<Action> actions() {
        Set<Action> actions = new HashSet<>();
        parts().forEach(part -> actions.addAll(part.actions()));
        return actions;
    }

    /** It and all that it is made of. */
    default Stream<FieldCondition> whole() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(FieldCondition::whole));
    }

    /** The status is one of these. */
    static FieldCondition status(String... names) {
        return Has.text("status", names);
    }

    /** The status amounts to one of these. */
    static FieldCondition phase(Phase... phases) {
        return Has.text("phase", Stream.of(phases).map(Phase::name).toArray(String[]::new));
    }

    /** The category is one of these; what is under them does not count. */
    static FieldCondition category(Category... categories) {
        return Has.text("category", Stream.of(categories).map(Category::value).toArray(String[]::new));
    }

    /** The rank of the priority is one of these. */
    static FieldCondition priority(int... ranks) {
        return new Has(
                "priority", IntStream.of(ranks).mapToObj(FieldValue::number).toList());
    }

    /** The field has any value that says something. */
    static FieldCondition filled(String field) {
        return new Has(field, List.of());
    }

    /** One of these is being done. */
    static FieldCondition doing(Action... actions) {
        return new Doing(Set.of(actions));
    }

    /** All of these hold; always, if there are none. */
    static FieldCondition all(FieldCondition... parts) {
        return new All(List.of(parts));
    }

    /** One of these holds at least; never, if there are none. */
    static FieldCondition any(FieldCondition... parts) {
        return new Any(List.of(parts));
    }

    /** The other does not hold. */
    static FieldCondition not(FieldCondition part) {
        return new Not(part);
    }

    /**
     * A field has one of these values.
     *
     * @param field by the name that lifecycles use
     * @param oneOf the values; empty for any that says something
     */
    record Has(String field, List<FieldValue> oneOf) implements FieldCondition {
        public Has {
            Keys.requireCode(field, "field name");
            oneOf = List.copyOf(oneOf);
        }

        private static Has text(String field, String... values) {
            return new Has(field, Stream.of(values).map(FieldValue::text).toList());
        }

        @Override
        public boolean holds(Action action, Function<String, List<FieldValue>> values) {
            return values.apply(field).stream()
                    .anyMatch(value -> oneOf.isEmpty() ? Inputs.saysSomething(value) : oneOf.contains(value));
        }

        @Override
        public Set<String> fields() {
            return Set.of(field);
        }
    }

    /** One of these actions is being done. */
    record Doing(Set<Action> actions) implements FieldCondition {
        public Doing {
            actions = Set.copyOf(actions);
        }

        @Override
        public boolean holds(Action action, Function<String, List<FieldValue>> values) {
            return actions.contains(action);
        }
    }

    /** All of the parts hold. */
    record All(List<FieldCondition> parts) implements FieldCondition {
        public All {
            parts = bounded(parts);
        }

        @Override
        public boolean holds(Action action, Function<String, List<FieldValue>> values) {
            return parts.stream().allMatch(part -> part.holds(action, values));
        }
    }

    /** One of the parts holds at least. */
    record Any(List<FieldCondition> parts) implements FieldCondition {
        public Any {
            parts = bounded(parts);
        }

        @Override
        public boolean holds(Action action, Function<String, List<FieldValue>> values) {
            return parts.stream().anyMatch(part -> part.holds(action, values));
        }
    }

    /** The part does not hold. */
    record Not(FieldCondition part) implements FieldCondition {
        public Not {
            bounded(List.of(part));
        }

        @Override
        public List<FieldCondition> parts() {
            return List.of(part);
        }

        @Override
        public boolean holds(Action action, Function<String, List<FieldValue>> values) {
            return !part.holds(action, values);
        }
    }

    private static List<FieldCondition> bounded(List<FieldCondition> parts) {
        int deepest = parts.stream().mapToInt(FieldCondition::depth).max().orElse(0);
        long all = 1 + parts.stream().flatMap(FieldCondition::whole).count();
        if (deepest >= MOST_DEPTH || all > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "a condition has at most " + MOST_PARTS + " parts in at most " + MOST_DEPTH + " layers");
        }
        return List.copyOf(parts);
    }

    private static int depth(FieldCondition condition) {
        return 1
                + condition.parts().stream()
                        .mapToInt(FieldCondition::depth)
                        .max()
                        .orElse(0);
    }
}
