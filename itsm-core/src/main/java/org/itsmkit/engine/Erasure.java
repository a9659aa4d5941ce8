package org.itsmkit.engine;

import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.RecordKind;

/**
 * What is to be erased of a record and its journal.
 *
 * @param components the names of components: {@code text} for all of that name, {@code Hold.note} for that of one class; {@code by} and
 *     {@code onBehalfOf} are also what entries say of who did it
 * @param persons whose ids are erased wherever they stand, whatever the component is called. Not where people wrote of them: name the
 *     components for that
 * @param entries the sequences of the entries it is erased from; empty for all
 */
public record Erasure(Set<String> components, Set<PersonId> persons, Optional<Set<Long>> entries) {

    public Erasure {
        components = Set.copyOf(components);
        persons = Set.copyOf(persons);
        entries = entries.map(Set::copyOf);
        if (components.isEmpty() && persons.isEmpty()) {
            throw new IllegalArgumentException("an erasure names components or persons");
        }
    }

    /** All that {@code kind} says is personal. */
    public static Erasure personal(RecordKind<?> kind) {
        return new Erasure(kind.personal(), Set.of(), Optional.empty());
    }

    /** These components. */
    public static Erasure of(String... components) {
        return new Erasure(Set.of(components), Set.of(), Optional.empty());
    }

    /** The ids of these persons. */
    public static Erasure of(PersonId... persons) {
        return new Erasure(Set.of(), Set.of(persons), Optional.empty());
    }

    /** Returns this erasure from these entries alone. */
    public Erasure from(Long... sequences) {
        return new Erasure(components, persons, Optional.of(Set.of(sequences)));
    }

    boolean concerns(long sequence) {
        return entries.map(some -> some.contains(sequence)).orElse(true);
    }
}
