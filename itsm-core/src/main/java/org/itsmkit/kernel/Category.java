package org.itsmkit.kernel;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** What sort of thing a ticket is about: names from the general to the particular with {@code /} between them, such as
 * {@code hardware/display}. */
public record Category(String value) implements Id {

    /** Checks the text by {@link Keys#requireName}. */
    public Category {
        Keys.requireName(value, "category");
    }

    /** Returns the one with this text; see the constructor for what is allowed. */
    public static Category of(String value) {
        return new Category(value);
    }

    /** Whether this is {@code other} or lies below it. */
    public boolean isWithin(Category other) {
        return value.equals(other.value) || value.startsWith(other.value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
