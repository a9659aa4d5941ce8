package org.itsmkit.approval;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * What somebody said in an authority.
 *
 * @param authority by its name
 * @param by who said it
 * @param representing for whom they said it as well, as their delegate, in the order of their ids; may be empty
 * @param choice what they said
 * @param content the digest of what they said it of
 * @param at when
 */
public record Vote(
        String authority, PersonId by, Set<PersonId> representing, Choice choice, String content, Instant at) {

    /** What can be said. */
    public enum Choice {
        /** Yes. */
        APPROVE,
        /** No. */
        REJECT,
        /** Neither; it is said for good nevertheless, and a veto is not made use of. */
        ABSTAIN
    }

    public Vote {
        Keys.requireCode(authority, "authority");
        Objects.requireNonNull(by, "by");
        representing = Electorate.inOrder(representing);
        if (representing.contains(by)) {
            throw new IllegalArgumentException("representing: nobody represents themselves, as " + by + " would");
        }
        Objects.requireNonNull(choice, "choice");
        Keys.requireCode(content, "content");
        at = Micros.truncate(at);
    }

    /** A vote for oneself alone. */
    public static Vote of(String authority, PersonId by, Choice choice, String content, Instant at) {
        return new Vote(authority, by, Set.of(), choice, content, at);
    }

    /**
     * Returns this as a vote for all whom its voter then stands in for too.
     *
     * @param excluded who may have no part in it, see {@link ApprovalRequest#excluded()}
     */
    public Vote under(Delegations delegations, Set<PersonId> excluded) {
        return new Vote(authority, by, delegations.representedBy(by, at, excluded), choice, content, at);
    }
}
