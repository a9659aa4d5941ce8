package org.itsmkit.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;

/**
 * What was promised of a ticket, by which version of which agreement.
 *
 * @param from since when it holds
 * @param agreement the id of the agreement
 * @param version the number of its version
 * @param commitment the name of the commitment in it
 * @param zone in which time zone its hours are meant, if not in their own
 * @param because why in that one; empty if nobody asked for another
 */
public record Pledge(
        Instant from, RecordId agreement, int version, String commitment, Optional<ZoneId> zone, String because) {
    public Pledge {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(agreement, "agreement");
        Keys.requireCode(commitment, "commitment");
        if (version < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + version);
        }
    }

    /** One whose hours are meant in their own time zone. */
    public Pledge(Instant from, RecordId agreement, int version, String commitment) {
        this(from, agreement, version, commitment, Optional.empty(), "");
    }

    /** The same from another instant on. */
    Pledge from(Instant later) {
        return new Pledge(later, agreement, version, commitment, zone, because);
    }

    /** Whether both are the same commitment, in whichever version. */
    public boolean isLike(Pledge other) {
        return agreement.equals(other.agreement) && commitment.equals(other.commitment);
    }
}
