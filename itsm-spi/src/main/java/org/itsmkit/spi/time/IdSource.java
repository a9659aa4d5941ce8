package org.itsmkit.spi.time;

import org.itsmkit.spi.RecordId;

/** Makes identifiers. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface IdSource {

    /** Returns an id that was never returned before, by this or any other source of the host. */
    RecordId next();
}
