package org.itsmkit.problem;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.problem.analysis.Confidence;
import org.itsmkit.problem.analysis.Technique;
import org.itsmkit.spi.PersonId;

/**
 * Why there is a problem.
 *
 * @param cause in the words of the analysis that it rests on, if it rests on one
 * @param confidence how far that can be relied on; empty if it rests on none
 * @param technique by what means it was found; empty likewise
 * @param by who said so
 * @param at when they did
 */
public record RootCause(
        String cause, Optional<Confidence> confidence, Optional<Technique> technique, PersonId by, Instant at) {

    public RootCause {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(technique, "technique");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
