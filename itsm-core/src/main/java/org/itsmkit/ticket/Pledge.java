package org.itsmkit.ticket;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;

/**
 * What was promised of a ticket, by which version of which agreement.
 *
 * @param from since when it holds
 * @param agreement the id of the agreement
 * @param version the number of its version
 * @param commitment the name of the commitment in it
 */
public record Pledge(Instant from, RecordId agreement, int version, String commitment) {
    public Pledge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(agreement, "agreement");
        Keys.requireCode(commitment, "commitment");
        if (version < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + version);
        }
    }

    /** Whether both are the same commitment, in whichever version. */
    public boolean isLike(Pledge other) {
        return agreement.equals(other.agreement) && commitment.equals(other.commitment);
    }
}
