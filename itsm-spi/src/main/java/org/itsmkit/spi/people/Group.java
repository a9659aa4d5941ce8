package org.itsmkit.spi.people;

import java.util.Objects;
import org.itsmkit.spi.GroupId;

/**
 * A group of people that work can be assigned to.
 *
 * @param id which one
 * @param name what people call it; never used to decide anything
 */
public record Group(GroupId id, String name) {

    public Group {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
