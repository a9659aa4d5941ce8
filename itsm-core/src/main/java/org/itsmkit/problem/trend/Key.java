package org.itsmkit.problem.trend;

import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/**
 * What incidents have in common: a configuration item, a category, an error code. Ordered by name, then value.
 *
 * @param name what sort of thing, such as {@code ci}; by {@link Keys#requireCode}
 * @param value which one, by {@link Keys#requireName}
 */
public record Key(String name, String value) implements Comparable<Key> {

    public Key {
        Keys.requireCode(name, "key");
        Keys.requireName(value, "value of " + name);
    }

    /** Returns the one of this name and value. */
    public static Key of(String name, String value) {
        return new Key(name, value);
    }

    @Override
    public int compareTo(Key other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Texts.compareByCodePoint(value, other.value);
    }

    @Override
    public String toString() {
        return name + " " + value;
    }
}
