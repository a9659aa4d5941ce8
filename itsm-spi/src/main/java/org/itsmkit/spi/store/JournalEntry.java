package org.itsmkit.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * What happened to a record, as its journal tells it.
 *
 * @param record whose journal
 * @param sequence its place there, from 1 without gaps; the record's version once it had happened
 * @param name the stable name of the event, as it is now
 * @param event the event, brought to its present form
 * @param occurredAt when it happened in the world
 * @param recordedAt when it was recorded; never before the entry in front of it
 * @param by who did it
 * @param onBehalfOf for whom, if for somebody else
 * @param cause why
 * @param settingsVersion the version of the tenant's settings that the decision used; 0 for the host's defaults
 */
public record JournalEntry(
        RecordRef record,
        long sequence,
        String name,
        Object event,
        Instant occurredAt,
        Instant recordedAt,
        PersonId by,
        Optional<PersonId> onBehalfOf,
        Cause cause,
        long settingsVersion) {

    public JournalEntry {
        Objects.requireNonNull(record, "record");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, not " + sequence);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(cause, "cause");
    }
}
