package org.itsmkit.approval;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long there is to vote, and how long an approval holds.
 *
 * @param openFor how long after it was asked for votes are counted, positive, at most a hundred years; for ever if empty
 * @param onExpiry what becomes of what is neither approved nor rejected then
 * @param validFor how long after the decision an approval holds, positive, at most a hundred years; for ever if empty
 */
public record ApprovalTerms(Optional<Duration> openFor, OnExpiry onExpiry, Optional<Duration> validFor) {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final ApprovalTerms UNLIMITED =
            new ApprovalTerms(Optional.empty(), OnExpiry.EXPIRE, Optional.empty());

    /**
     * What becomes of it when the time is over. First the votes that were cast are counted: what has enough approval, and only waited for who might
     * veto, is approved whatever is said here.
     */
    public enum OnExpiry {
        /** It has {@link Outcome#EXPIRED}. */
        EXPIRE(Outcome.EXPIRED),
        /** It is rejected. */
        REJECT(Outcome.REJECTED),
        /** It is approved: silence is assent. */
        APPROVE(Outcome.APPROVED);

        private final Outcome outcome;

        OnExpiry(Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    public ApprovalTerms {
        requirePositive(openFor, "openFor");
        Objects.requireNonNull(onExpiry, "onExpiry");
        requirePositive(validFor, "validFor");
    }

    private static void requirePositive(Optional<Duration> duration, String name) {
        if (duration.filter(each -> each.isNegative() || each.isZero() || each.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new IllegalArgumentException(
                    name + " must be positive and at most " + LONGEST.toDays() + " days, not " + duration.get());
        }
    }

    /** It neither expires nor becomes invalid. */
    public static ApprovalTerms unlimited() {
        return UNLIMITED;
    }

    /** Returns this, open for so long; what is open then has this outcome. */
    public ApprovalTerms withOpenFor(Duration newOpenFor, OnExpiry newOnExpiry) {
        return new ApprovalTerms(Optional.of(newOpenFor), newOnExpiry, validFor);
    }

    /** Returns this, where an approval holds for so long. */
    public ApprovalTerms withValidFor(Duration newValidFor) {
        return new ApprovalTerms(openFor, onExpiry, Optional.of(newValidFor));
    }
}
