package org.itsmkit.kernel;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/**
 * That somebody is to be told of an event.
 *
 * @param code what is to be said, such as {@code assigned}; by {@link Keys#requireCode}
 * @param person to whom, if to a person
 * @param group to whom, if to a group
 * @param arguments what the wording may use; short texts, never what people wrote
 */
public record Announcement(
        String code, Optional<PersonId> person, Optional<GroupId> group, Map<String, String> arguments) {

    public Announcement {
        Keys.requireCode(code, "code");
        if (person.isPresent() == group.isPresent()) {
            throw new IllegalArgumentException("an announcement goes to a person or to a group");
        }
        Objects.requireNonNull(group, "group");
        arguments = Map.copyOf(arguments);
    }

    /** An announcement to a person. */
    public static Announcement to(PersonId person, String code, Map<String, String> arguments) {
        return new Announcement(code, Optional.of(person), Optional.empty(), arguments);
    }

    /** An announcement to a group. */
    public static Announcement to(GroupId group, String code, Map<String, String> arguments) {
        return new Announcement(code, Optional.empty(), Optional.of(group), arguments);
    }
}
