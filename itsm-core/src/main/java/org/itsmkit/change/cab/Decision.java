package org.itsmkit.change.cab;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What came of an item of the agenda.
 *
 * @param kind whether it was voted on or put off
 * @param votes what was said, by the ids of the persons, each once; of what was put off none
 * @param note what was said besides, or why it was put off; may be empty
 * @param by who wrote it down
 * @param at when
 */
public record Decision(Kind kind, List<BoardVote> votes, String note, PersonId by, Instant at) {

    /** What can come of an item. */
    public enum Kind {
        /** There were votes; the item is done with. */
        VOTED,
        /** Put off: to be decided later in the same session, or in another meeting. */
        DEFERRED
    }

    public Decision {
        Objects.requireNonNull(kind, "kind");
        votes = votes.stream()
                .sorted(Comparator.comparing(vote -> vote.person().value()))
                .toList();
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (kind == Kind.DEFERRED && !votes.isEmpty()) {
            throw new IllegalArgumentException("nobody votes on what is put off");
        }
        if (votes.stream().map(BoardVote::person).distinct().count() < votes.size()) {
            throw new IllegalArgumentException("everybody votes once");
        }
    }
}
