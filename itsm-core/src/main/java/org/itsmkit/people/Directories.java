package org.itsmkit.people;

import org.itsmkit.spi.people.Directory;

/** Directories that are shipped. */
public final class Directories {

    private Directories() {}

    /**
     * A directory that takes everybody and every group for known, and everybody for a member of every group: for hosts that have checked
     * all that before they call. Nobody has a manager, and nobody is on call.
     */
    public static Directory trusting() {
        return TrustingDirectory.INSTANCE;
    }

    /** Begins a directory of people and groups that do not change. */
    public static FixedDirectory.Builder fixed() {
        return new FixedDirectory.Builder();
    }
}
