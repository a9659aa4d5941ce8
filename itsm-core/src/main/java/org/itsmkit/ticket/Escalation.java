package org.itsmkit.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * That a ticket was taken further: to those who know more (functional), or to those who can decide more (hierarchic).
 *
 * @param at when
 * @param by who did it
 * @param group to which group, if functional
 * @param manager to whom, if hierarchic
 * @param reason why
 */
public record Escalation(Instant at, PersonId by, Optional<GroupId> group, Optional<PersonId> manager, String reason) {

    public Escalation {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        if (group.isPresent() == manager.isPresent()) {
            throw new IllegalArgumentException("an escalation goes to a group or to a manager");
        }
        Objects.requireNonNull(reason, "reason");
    }
}
