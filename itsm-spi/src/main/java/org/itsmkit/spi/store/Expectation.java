package org.itsmkit.spi.store;

import java.util.Objects;
import org.itsmkit.spi.RecordRef;

/**
 * A record that a decision relied on must still be as it was read when the decision is committed, and until the commit is done.
 *
 * @param record which one
 * @param version the version it had; 0 if there was none: it had never existed, or was deleted
 */
public record Expectation(RecordRef record, long version) {

    public Expectation {
        Objects.requireNonNull(record, "record");
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
    }
}
