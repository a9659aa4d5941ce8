package org.itsmkit.kernel;

import java.time.Instant;
import java.util.Optional;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.store.JournalEntry;

/**
 * When and through whom an event came about: what its journal entry says besides the event itself.
 *
 * @param sequence its place in the record's journal, from 1
 * @param occurredAt when it happened in the world
 * @param recordedAt when it was recorded
 * @param by who did it
 * @param onBehalfOf for whom, if for somebody else
 */
public record Occurrence(
        long sequence, Instant occurredAt, Instant recordedAt, PersonId by, Optional<PersonId> onBehalfOf) {

    /** What {@code entry} says of its event. */
    public static Occurrence of(JournalEntry entry) {
        return new Occurrence(entry.sequence(), entry.occurredAt(), entry.recordedAt(), entry.by(), entry.onBehalfOf());
    }
}
