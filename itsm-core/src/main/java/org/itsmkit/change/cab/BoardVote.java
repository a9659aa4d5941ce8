package org.itsmkit.change.cab;

import java.util.Objects;
import org.itsmkit.approval.Vote;
import org.itsmkit.spi.PersonId;

/**
 * What somebody said of a change in a meeting.
 *
 * @param person who
 * @param choice what
 */
public record BoardVote(PersonId person, Vote.Choice choice) {
    public BoardVote {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(choice, "choice");
    }
}
