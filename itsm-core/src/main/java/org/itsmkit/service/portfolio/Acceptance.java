package org.itsmkit.service.portfolio;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;

/**
 * That somebody accepted a service as it was built.
 *
 * @param by who
 * @param onBehalfOf for whom, if for somebody else
 * @param at when
 * @param comment may be empty
 */
public record Acceptance(PersonId by, Optional<PersonId> onBehalfOf, Instant at, String comment) {

    public Acceptance {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(comment, "comment");
    }

    /** What somebody accepted then. */
    public static Acceptance of(Occurrence when, String comment) {
        return new Acceptance(when.by(), when.onBehalfOf(), when.occurredAt(), comment);
    }

    /** Whether that person accepted it, or had somebody accept it for them. */
    public boolean isOf(PersonId person) {
        return by.equals(person) || onBehalfOf.equals(Optional.of(person));
    }
}
