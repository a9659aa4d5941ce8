package org.itsmkit.spi.store;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.RecordId;

/**
 * A record as it is kept.
 *
 * @param id which one
 * @param version the number of entries in its journal, from 1
 * @param recordedAt when the last of them was recorded
 * @param record the value
 */
public record Stored<R>(RecordId id, long version, Instant recordedAt, R record) {

    public Stored {
        Objects.requireNonNull(id, "id");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(record, "record");
    }
}
