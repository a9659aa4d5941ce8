package org.itsmkit.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;

/**
 * That a change may be made.
 *
 * @param by who said so; of what was voted on, who said it of the votes, which may be the system
 * @param at when
 * @param comment what they said with it; may be empty
 * @param basis on what it rests
 * @param content the digest of what was authorised, by {@link ApprovedContent}; it holds for nothing else
 * @param validUntil from when on it holds no more; for ever if empty
 * @param reviewDue whether those who approved it want it reviewed
 */
public record Authorisation(
        PersonId by,
        Instant at,
        String comment,
        Basis basis,
        String content,
        Optional<Instant> validUntil,
        boolean reviewDue) {

    /** On what an authorisation rests. */
    public enum Basis {
        /** One person who may authorise said yes. */
        PERSON,
        /** Those whom it needs have approved it. */
        VOTES,
        /** Its model was approved once and for all. */
        MODEL
    }

    public Authorisation {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(validUntil, "validUntil");
    }

    /** Whether it holds at {@code at} for what has that digest. */
    boolean holds(String digest, Instant at) {
        return content.equals(digest) && validUntil.map(at::isBefore).orElse(true);
    }
}
