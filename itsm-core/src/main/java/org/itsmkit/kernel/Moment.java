package org.itsmkit.kernel;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Micros;

/**
 * When and for whom a decision is made.
 *
 * @param at when it happens in the world; truncated to microseconds
 * @param caller for whom
 */
public record Moment(Instant at, Caller caller) {

    public Moment {
        at = Micros.truncate(at);
        Objects.requireNonNull(caller, "caller");
    }
}
