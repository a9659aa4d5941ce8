package org.itsmkit.ticket;

import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/** A command by which a ticket comes to point at another record, and which the rules about links therefore look at. */
public interface Pointing {

    /** In which way. */
    LinkType type();

    /** At which record. */
    RecordRef target();

    /** At which record it no longer points in that way, if this takes the place of a link. */
    default Optional<RecordRef> replaces() {
        return Optional.empty();
    }
}
