package org.itsmkit.change.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * An incident that a change caused, and how long the service was impaired by it. One that several changes caused is given once, with that
 * change to which it is counted.
 *
 * @param incident which incident: each is given once
 * @param change which change caused it
 * @param from since when the service was impaired
 * @param restoredAt when those whom it concerned had their service back, not before {@code from}; empty as long as they have not
 */
public record Restoration(RecordRef incident, RecordRef change, Instant from, Optional<Instant> restoredAt) {

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public Restoration {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(change, "change");
        from = Micros.truncate(from);
        restoredAt = restoredAt.map(Micros::truncate);
        if (restoredAt.isPresent() && restoredAt.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "a service is restored after it was impaired, not at " + restoredAt.get() + " for " + from);
        }
    }

    /** How long it took, if the service was restored in {@code period}. */
    Optional<Duration> tookIn(Window period) {
        return restoredAt.filter(period::contains).map(end -> Duration.between(from, end));
    }

    /** Whether the service was impaired at the end of {@code period}: by then it had begun, and it was not restored before. */
    boolean isOpenAtEndOf(Window period) {
        Instant end = period.toExclusive();
        return from.isBefore(end)
                && restoredAt.filter(restored -> restored.isBefore(end)).isEmpty();
    }
}
