package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was agreed from some day on. A version that was agreed never changes; another takes its place.
 *
 * @param number from 1
 * @param terms what was agreed
 * @param from since when it is in force, inclusive
 * @param until until when, exclusive; without end if empty, as long as no other takes its place
 */
public record AgreementVersion(int number, Terms terms, Instant from, Optional<Instant> until) {
    public AgreementVersion {
        Objects.requireNonNull(terms, "terms");
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + number);
        }
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException("a version ends after it begins");
        }
    }

    /** Whether it is in force then. */
    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }
}
