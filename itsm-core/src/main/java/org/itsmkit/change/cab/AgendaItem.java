package org.itsmkit.change.cab;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * A change that a board is to look at.
 *
 * @param change which
 * @param content the digest of what is to be decided as it was when it was put on the agenda, see {@link ContentDigest#hex}; by
 *     {@link Keys#requireCode}
 * @param presenter who tells the board of it, if somebody is to
 * @param decision what came of it; empty until something did
 */
public record AgendaItem(RecordRef change, String content, Optional<PersonId> presenter, Optional<Decision> decision) {

    public AgendaItem {
        Objects.requireNonNull(change, "change");
        Keys.requireCode(content, "content");
        Objects.requireNonNull(presenter, "presenter");
        Objects.requireNonNull(decision, "decision");
    }

    /** An item of which nothing has come yet. */
    public static AgendaItem of(RecordRef change, String content, Optional<PersonId> presenter) {
        return new AgendaItem(change, content, presenter, Optional.empty());
    }

    /** Whether there were votes on it: nothing else comes of it then. */
    public boolean isVoted() {
        return is(Decision.Kind.VOTED);
    }

    /** Whether it was put off, and not voted on since. */
    public boolean isDeferred() {
        return is(Decision.Kind.DEFERRED);
    }

    private boolean is(Decision.Kind kind) {
        return decision.map(Decision::kind).equals(Optional.of(kind));
    }

    AgendaItem decided(Decision made) {
        return new AgendaItem(change, content, presenter, Optional.of(made));
    }
}
