package org.itsmkit.practice.catalogue;

import java.util.Locale;

/** Where a practice comes from. */
public enum PracticeGroup {
    /** From running any organisation. */
    GENERAL,
    /** From looking after services. */
    SERVICE,
    /** From making and running technology. */
    TECHNICAL;

    /** As tables name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
