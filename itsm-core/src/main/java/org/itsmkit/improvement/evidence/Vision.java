package org.itsmkit.improvement.evidence;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/**
 * What an improvement is for.
 *
 * @param text which objective it serves, and how
 * @param objective the record in which that objective stands, if there is one
 */
public record Vision(String text, Optional<RecordRef> objective) {

    public Vision {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(objective, "objective");
    }

    /** One whose objective is no record. */
    public static Vision to(String text) {
        return new Vision(text, Optional.empty());
    }
}
