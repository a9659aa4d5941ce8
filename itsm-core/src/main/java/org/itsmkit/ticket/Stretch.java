package org.itsmkit.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * A stretch of a ticket's life in which neither its status, nor what it waits for, nor who has it changed. It lasts until the next one
 * begins; the last has no end yet.
 *
 * @param from when it begins, inclusive
 * @param status where the ticket stands
 * @param holdReason what it waits for, if it does
 * @param group who has it
 * @param assignee who of them has it
 */
public record Stretch(
        Instant from,
        Status status,
        Optional<String> holdReason,
        Optional<GroupId> group,
        Optional<PersonId> assignee) {

    public Stretch {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(holdReason, "holdReason");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(assignee, "assignee");
    }

    boolean isLike(Stretch other) {
        return status.equals(other.status)
                && holdReason.equals(other.holdReason)
                && group.equals(other.group)
                && assignee.equals(other.assignee);
    }
}
