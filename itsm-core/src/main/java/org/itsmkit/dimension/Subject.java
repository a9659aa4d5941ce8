package org.itsmkit.dimension;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * What is looked at from all four dimensions.
 *
 * @param name as people call it, by {@link Keys#requireName}
 * @param kind what it is
 * @param critical whether much depends on it: whether hanging on one supplier alone is worth saying
 */
public record Subject(String name, Kind kind, boolean critical) {

    /** What may be looked at. */
    public enum Kind {
        /** A service or product. */
        SERVICE,
        /** A practice. */
        PRACTICE,
        /** A change. */
        CHANGE
    }

    public Subject {
        Keys.requireName(name, "subject");
        Objects.requireNonNull(kind, "kind");
    }

    /** A service on which much depends. */
    public static Subject criticalService(String name) {
        return new Subject(name, Kind.SERVICE, true);
    }

    /** A service. */
    public static Subject service(String name) {
        return new Subject(name, Kind.SERVICE, false);
    }
}
