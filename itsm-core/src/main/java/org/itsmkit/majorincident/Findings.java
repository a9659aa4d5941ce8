package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What the review found.
 *
 * @param whatHappened the course of events, as those who were there agree on it
 * @param contributingFactors what made it possible, or worse; at least one, at most 50: never a single cause, and never a person
 * @param lessons what was learnt; at most 50
 * @param by who wrote it down
 * @param at when
 */
public record Findings(
        String whatHappened, List<String> contributingFactors, List<String> lessons, PersonId by, Instant at) {
    public Findings {
        Objects.requireNonNull(whatHappened, "whatHappened");
        contributingFactors = List.copyOf(contributingFactors);
        lessons = List.copyOf(lessons);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
