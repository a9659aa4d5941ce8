package org.itsmkit.governance.policy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;

/**
 * That a policy does not stand in somebody's way for a while. It ends by itself.
 *
 * @param number which of its policy, from 1
 * @param waived for whom, or of what
 * @param from from when on, inclusive
 * @param until until when, exclusive
 * @param reason why
 * @param by who granted it
 * @param revokedAt when it was taken back, if it was
 */
public record Waiver(
        int number,
        Waived waived,
        Instant from,
        Instant until,
        String reason,
        PersonId by,
        Optional<Instant> revokedAt) {

    public Waiver {
        Objects.requireNonNull(waived, "waived");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** Whether it holds then: of what happened before it was taken back it does so still. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until) && !isRevoked(at);
    }

    /** Whether its time was over then, or it had been taken back. */
    public boolean isOver(Instant at) {
        return !at.isBefore(until) || isRevoked(at);
    }

    private boolean isRevoked(Instant at) {
        return revokedAt.map(then -> !at.isBefore(then)).orElse(false);
    }

    Waiver revoked(Instant at) {
        return new Waiver(number, waived, from, until, reason, by, Optional.of(at));
    }
}
