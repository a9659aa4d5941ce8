package org.itsmkit.ticket;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;

/**
 * A threshold that was acted on. It is not acted on again in that cycle, but under another commitment, or where more time was agreed since.
 *
 * @param agreement of which agreement
 * @param commitment of which commitment of it
 * @param threshold the name of the threshold
 * @param cycle since when the cycle runs in which it was reached
 * @param actedAt when it was acted on
 */
public record Reached(RecordId agreement, String commitment, String threshold, Instant cycle, Instant actedAt) {
    public Reached {
        Objects.requireNonNull(agreement, "agreement");
        Keys.requireCode(commitment, "commitment");
        Keys.requireCode(threshold, "threshold");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(actedAt, "actedAt");
    }
}
