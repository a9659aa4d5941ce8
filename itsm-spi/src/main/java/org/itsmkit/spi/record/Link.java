package org.itsmkit.spi.record;

import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordRef;

/**
 * A typed pointer from one record to another.
 *
 * @param type what the link means, such as {@code parent} or {@code caused-by}; by {@link Keys#requireCode}
 * @param target what it points at; need not exist in the same store
 */
public record Link(String type, RecordRef target) {

    public Link {
        Keys.requireCode(type, "link type");
        Objects.requireNonNull(target, "target");
    }

    /** A link of {@code type} to {@code target}. */
    public static Link of(String type, RecordRef target) {
        return new Link(type, target);
    }
}
