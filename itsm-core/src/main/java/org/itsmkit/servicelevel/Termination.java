package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.Objects;

/**
 * That an agreement was given up before its time.
 *
 * @param at from when on it does not hold
 * @param reason why
 */
public record Termination(Instant at, String reason) {
    public Termination {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
    }
}
