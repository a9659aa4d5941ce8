package org.itsmkit.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * Who does something to a record's keeping, when and why: what its journal will say of it for ever.
 *
 * @param by who does it
 * @param onBehalfOf for whom, if for somebody else
 * @param cause what gave rise to it
 * @param at when; truncated to microseconds. It is recorded no earlier than the record's last entry
 * @param reason why, by which somebody else can judge it later; 1 to 1,000 characters, never what is erased
 */
public record Act(PersonId by, Optional<PersonId> onBehalfOf, Cause cause, Instant at, String reason) {

    public Act {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(cause, "cause");
        at = Micros.truncate(at);
        Objects.requireNonNull(reason, "reason");
    }

    /** An act of a person for themselves. */
    public static Act of(PersonId by, Instant at, String reason) {
        return new Act(by, Optional.empty(), Cause.COMMAND, at, reason);
    }

    /** Returns the entry that says of {@code upkeep} that it was done, behind an entry that was recorded at {@code last}. */
    public NewEntry entry(Upkeep upkeep, Instant last) {
        Instant recordedAt = at.isBefore(last) ? last : at;
        return new NewEntry(upkeep, at, recordedAt, by, onBehalfOf, cause, 0);
    }
}
