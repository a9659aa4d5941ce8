package org.itsmkit.service.portfolio;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * What could be better about a service, or has become so.
 *
 * @param by who said so
 * @param at when
 * @param note what
 * @param register where that is followed up, of kind {@value #KIND}; empty if it is only noted
 */
public record Improvement(PersonId by, Instant at, String note, Optional<RecordRef> register) {

    /** The name of the kind of record by which improvements are followed up. */
    public static final String KIND = "improvement";

    public Improvement {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(register, "register");
    }
}
