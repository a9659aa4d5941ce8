package org.itsmkit.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * What happened to a record, about to enter its journal.
 *
 * @param event the event, of a class that the record's kind declares
 * @param occurredAt when it happened in the world; truncated to microseconds
 * @param recordedAt when it is told to the store; never before the record's last entry; truncated to microseconds
 * @param by who did it
 * @param onBehalfOf for whom, if for somebody else
 * @param cause why
 * @param settingsVersion the version of the tenant's settings that the decision used; 0 for the host's defaults
 */
public record NewEntry(
        Object event,
        Instant occurredAt,
        Instant recordedAt,
        PersonId by,
        Optional<PersonId> onBehalfOf,
        Cause cause,
        long settingsVersion) {

    public NewEntry {
        Objects.requireNonNull(event, "event");
        occurredAt = Micros.truncate(occurredAt);
        recordedAt = Micros.truncate(recordedAt);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(cause, "cause");
        if (settingsVersion < 0) {
            throw new IllegalArgumentException("settingsVersion must not be negative: " + settingsVersion);
        }
    }
}
