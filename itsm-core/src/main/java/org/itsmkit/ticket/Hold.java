package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;

/**
 * What a ticket waits for.
 *
 * @param reason the name of a hold reason of the tenant
 * @param note what exactly, if anybody said
 */
public record Hold(String reason, Optional<String> note) {

    public Hold {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
    }
}
