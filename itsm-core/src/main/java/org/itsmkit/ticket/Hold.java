package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/**
 * What a ticket waits for.
 *
 * @param reason the name of a hold reason of the tenant
 * @param note what exactly, if anybody said
 * @param with the parent with which it waits, if it was put on hold because that was; it goes on when that does
 */
public record Hold(String reason, Optional<String> note, Optional<RecordRef> with) {

    public Hold {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(with, "with");
    }

    /** A wait of its own. */
    public Hold(String reason, Optional<String> note) {
        this(reason, note, Optional.empty());
    }
}
