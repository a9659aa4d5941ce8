package org.itsmkit.valuestream.flow.journey;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Micros;
import org.itsmkit.valuestream.flow.Claim;

/**
 * Where a piece of work stood from an instant on, until it stood elsewhere.
 *
 * @param at since when, inclusive; cut off to microseconds
 * @param where its kind and status, or its label
 * @param phase what that amounts to; of one that is over, it is work no longer
 */
public record Standing(Instant at, Claim where, Phase phase) {

    public Standing {
        at = Micros.truncate(at);
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(phase, "phase");
    }
}
