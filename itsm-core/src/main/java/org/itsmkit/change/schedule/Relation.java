package org.itsmkit.change.schedule;

/** How one configuration item hangs together with another. Each relation has its opposite, seen from the other. */
public enum Relation {
    /** The other contains it, as a rack its servers. */
    PARENT,
    /** The other is contained in it. */
    CHILD,
    /** The other depends on it, as a shop on its database. */
    DEPENDANT,
    /** It depends on the other. */
    DEPENDENCY;

    /** What it is to the other. */
    public Relation opposite() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case DEPENDANT -> DEPENDENCY;
            case DEPENDENCY -> DEPENDANT;
        };
    }
}
