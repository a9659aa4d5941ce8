package org.itsmkit.spi.record;

import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.Keys;

/**
 * The stable name of an event, which stands in journals for ever, and the class that carries it today.
 *
 * @param name unique within its kind, never a class name; by {@link Keys#requireCode}
 * @param version of the payload's form, from 1; raised when a component is added, renamed or retyped
 * @param type the class that carries it now: a public record
 * @param formerNames names that older journals use for the same event
 */
public record EventType<E>(String name, int version, Class<E> type, Set<String> formerNames) {

    public EventType {
        Keys.requireCode(name, "event name");
        if (version < 1) {
            throw new IllegalArgumentException("the version of event " + name + " must be at least 1, not " + version);
        }
        Objects.requireNonNull(type, "type");
        formerNames = Set.copyOf(formerNames);
    }

    /** An event in its first form. */
    public static <E> EventType<E> of(String name, Class<E> type) {
        return new EventType<>(name, 1, type, Set.of());
    }

    /** Returns this event with the form {@code version}. */
    public EventType<E> version(int newVersion) {
        return new EventType<>(name, newVersion, type, formerNames);
    }

    /** Returns this event, which older journals call by one of {@code names}. */
    public EventType<E> formerly(String... names) {
        return new EventType<>(name, version, type, Set.of(names));
    }
}
