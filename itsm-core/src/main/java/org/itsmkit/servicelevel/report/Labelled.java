package org.itsmkit.servicelevel.report;

import java.time.Instant;

/** Something that can be put into groups. */
public interface Labelled {

    /** By what. */
    Labels labels();

    /** To which instant it belongs, and so to which period. */
    Instant at();
}
