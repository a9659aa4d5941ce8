package org.itsmkit.service.warranty;

import java.util.Locale;

/** In what a service must keep what was promised, all of it, to be fit for use. */
public enum WarrantyFacet {
    /** It can be used when it is wanted. */
    AVAILABILITY,
    /** There is enough of it, now and for a while. */
    CAPACITY,
    /** It is back soon enough after a disaster, and with what it knew. */
    CONTINUITY,
    /** What is known of its weaknesses is little enough. */
    SECURITY;

    /** As sentences and arguments name it, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
