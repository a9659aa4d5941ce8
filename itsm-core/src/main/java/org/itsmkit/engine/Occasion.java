package org.itsmkit.engine;

import java.util.Objects;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Settings;
import org.itsmkit.spi.RecordRef;

/**
 * What a reaction follows.
 *
 * @param source which record it happened to
 * @param record the record as it was after {@code event}
 * @param now the record as it is by now, which may have been through more: where the reaction goes on in batches, much later
 * @param event what happened
 * @param settings the tenant's settings: those in force when the reaction is carried out, which may be later ones where it goes on in
 *     batches
 */
public record Occasion<R>(RecordRef source, R record, R now, Event<R> event, Settings settings) {
    public Occasion {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(settings, "settings");
    }
}
