package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmkit.spi.RecordRef;

/**
 * Why a command was refused. Nothing has changed.
 *
 * @param reason at which of the steps that every command meets it was stopped
 * @param subject the record it was about, if there is one
 * @param violations all that stands against it at that step; at least one
 */
public record Rejection(Reason reason, Optional<RecordRef> subject, List<Violation> violations) {

    /** The steps at which a command may be stopped, in their order. */
    public enum Reason {
        /** The directory does not know the caller. */
        UNKNOWN_CALLER,
        /** There is no such record, or the caller may not know of it. */
        NOT_FOUND,
        /** The key belongs to another command. */
        KEY_REUSED,
        /** The authorizer does not allow it. */
        DENIED,
        /** The lifecycle has no row for it where the record stands. */
        NOT_POSSIBLE,
        /** Something is missing from what was given, or cannot be accepted. */
        INCOMPLETE,
        /** A rule stands against it, or a policy. */
        NOT_PERMITTED,
        /** Somebody else was quicker. */
        CONFLICT
    }

    public Rejection {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(subject, "subject");
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a rejection names what stands against the command");
        }
    }

    /** A rejection for one violation. */
    public static Rejection of(Reason reason, Optional<RecordRef> subject, Violation violation) {
        return new Rejection(reason, subject, List.of(violation));
    }

    /** The stable code of the first violation. */
    public String code() {
        return violations.get(0).code();
    }

    /** All violations in words. */
    public String sentence() {
        return violations.stream().map(Violation::sentence).collect(Collectors.joining(" "));
    }

    /** Whether one of the violations has this code. */
    public boolean has(String code) {
        return violations.stream().anyMatch(violation -> violation.code().equals(code));
    }
}
