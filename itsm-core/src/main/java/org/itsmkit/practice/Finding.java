package org.itsmkit.practice;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What an assessor saw.
 *
 * @param number by which it is struck out, unique within the assessment
 * @param subject of what
 * @param kind whether it is good
 * @param text what
 * @param by who saw it
 * @param at when it was noted
 */
public record Finding(int number, String subject, Kind kind, String text, PersonId by, Instant at) {

    /** Whether what was seen is good. */
    public enum Kind {
        /** To be kept. */
        STRENGTH,
        /** To be mended. */
        WEAKNESS
    }

    public Finding {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
