package org.itsmkit.ticket;

import java.util.Objects;
import org.itsmkit.spi.RecordRef;

/**
 * Into what a ticket was merged.
 *
 * @param into which ticket goes on in its place
 * @param number what people quote of that one
 */
public record Merger(RecordRef into, String number) {
    public Merger {
        Objects.requireNonNull(into, "into");
        Objects.requireNonNull(number, "number");
    }
}
