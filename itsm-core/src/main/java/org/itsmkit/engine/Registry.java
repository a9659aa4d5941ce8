package org.itsmkit.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.record.RecordKind;

/** The kinds of record that an engine carries, by name. Immutable; safe for use by many threads. */
public final class Registry {

    private final Map<String, Definition<?>> definitions = new LinkedHashMap<>();

    /**
     * A registry of these kinds.
     *
     * @throws IllegalArgumentException if two have one name, or a kind declares an event or a field twice
     */
    public Registry(Collection<? extends Definition<?>> definitions) {
        for (Definition<?> definition : definitions) {
            requireDistinct(definition.kind());
            if (this.definitions.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException("two kinds of record named " + definition.name());
            }
        }
    }

    /** The kind of that name, if it is carried. */
    public Optional<Definition<?>> find(String kind) {
        return Optional.ofNullable(definitions.get(kind));
    }

    /** All of them, in the order in which they were given. */
    public List<Definition<?>> all() {
        return List.copyOf(definitions.values());
    }

    /** All of them, as stores know them. */
    public List<RecordKind<?>> kinds() {
        return definitions.values().stream()
                .<RecordKind<?>>map(Definition::kind)
                .toList();
    }

    boolean has(Definition<?> definition) {
        Definition<?> carried = definitions.get(definition.name());
        return carried != null && carried.kind() == definition.kind();
    }

    /**
     * That kind of record as it is carried, which may be otherwise than whoever asks for it has it.
     *
     * @throws IllegalArgumentException if it is not carried
     */
    @SuppressWarnings("unchecked") // the kind is the same, and with it the record
    <R> Definition<R> carried(Definition<R> definition) {
        Definition<?> carried = definitions.get(definition.name());
        if (carried == null || carried.kind() != definition.kind()) {
            throw new IllegalArgumentException("kind " + definition + " is not carried here");
        }
        return (Definition<R>) carried;
    }

    private static void requireDistinct(RecordKind<?> kind) {
        requireDistinct(
                kind,
                "event",
                kind.events().stream().map(e -> (Object) e.name()).toList());
        requireDistinct(
                kind,
                "event class",
                kind.events().stream().map(e -> (Object) e.type()).toList());
        requireDistinct(
                kind,
                "field",
                kind.fields().stream().map(f -> (Object) f.key().name()).toList());
    }

    private static void requireDistinct(RecordKind<?> kind, String what, List<Object> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("kind " + kind.name() + " declares an " + what + " twice: " + names);
        }
    }
}
