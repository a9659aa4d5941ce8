package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * Who plays a role now. A role has one holder at most; a person may have several roles.
 *
 * @param role which
 * @param person who
 * @param since from when on
 */
public record RoleHolder(MajorRole role, PersonId person, Instant since) {
    public RoleHolder {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(since, "since");
    }
}
