package org.itsmkit.change;

import java.util.Objects;
import org.itsmkit.approval.Vote;

/**
 * A vote, with what was said to it.
 *
 * @param vote who, in which authority, what, and of what content
 * @param comment may be empty
 */
public record Ballot(Vote vote, String comment) {

    public Ballot {
        Objects.requireNonNull(vote, "vote");
        Objects.requireNonNull(comment, "comment");
    }
}
