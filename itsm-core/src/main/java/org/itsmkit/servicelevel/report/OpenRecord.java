package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A record that was open for some time, and by what it can be grouped.
 *
 * @param labels by what
 * @param at from when on it was open, inclusive
 * @param until to when, exclusive; empty if it is open still
 */
public record OpenRecord(Labels labels, Instant at, Optional<Instant> until) implements Labelled {

    public OpenRecord {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(at, "at");
        until.filter(end -> end.isBefore(at)).ifPresent(end -> {
            throw new IllegalArgumentException("it ends at " + end + ", before it begins at " + at);
        });
    }

    /** Whether it was open at an instant. */
    public boolean isOpen(Instant when) {
        return !when.isBefore(at) && until.filter(end -> !when.isBefore(end)).isEmpty();
    }
}
