package org.itsmkit.majorincident;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** What somebody is for the others in a major incident. Open: hosts may use others than the standard ones. */
public record MajorRole(String value) implements Id {

    /** Decides. */
    public static final MajorRole COMMANDER = of("commander");
    /** Sees to it that everybody is told in time. */
    public static final MajorRole COMMUNICATIONS_LEAD = of("communications-lead");
    /** Writes down what happens. */
    public static final MajorRole SCRIBE = of("scribe");

    /** Checks the text by {@link Keys#requireCode}. */
    public MajorRole {
        Keys.requireCode(value, "role");
    }

    /** The role of that name. */
    public static MajorRole of(String value) {
        return new MajorRole(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
