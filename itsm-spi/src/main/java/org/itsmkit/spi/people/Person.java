package org.itsmkit.spi.people;

import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/**
 * A person, as much as the kit must know.
 *
 * @param id which one
 * @param name what people call them; never used to decide anything
 * @param roles the roles they always hold, by {@link Keys#requireCode}
 */
public record Person(PersonId id, String name, Set<String> roles) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
        roles.forEach(role -> Keys.requireCode(role, "role"));
    }

    /** A person named as their id, with these roles. */
    public static Person of(String id, String... roles) {
        return new Person(PersonId.of(id), id, Set.of(roles));
    }
}
