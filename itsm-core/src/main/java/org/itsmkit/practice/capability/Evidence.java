package org.itsmkit.practice.capability;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * What shows that a criterion is met.
 *
 * @param number by which it is withdrawn, from 1
 * @param criterion of which criterion, by its code
 * @param providedBy who gave it
 * @param acceptedBy who looked at it and found it good; assessments see to it that this is somebody else
 * @param at since when it holds, inclusive: when it was accepted
 * @param validUntil until when, exclusive; after {@code at}
 * @param records the records that show it; at most {@value #MOST_RECORDS}
 * @param figure the figure that shows it, if one does
 * @param note what there is to say; may be empty, if records or a figure say it
 * @param withdrawnAt since when it shows nothing any more, if so
 */
public record Evidence(
        int number,
        String criterion,
        PersonId providedBy,
        PersonId acceptedBy,
        Instant at,
        Instant validUntil,
        Set<RecordRef> records,
        Optional<Figure> figure,
        String note,
        Optional<Instant> withdrawnAt) {

    /** How long evidence holds where nothing else is said: a year. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(365);

    /** The longest for which evidence may hold: three years. */
    public static final Duration LONGEST_VALIDITY = Duration.ofDays(3 * 365);

    /** The most records of one piece of evidence. */
    public static final int MOST_RECORDS = 20;

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public Evidence {
        Keys.requireCode(criterion, "criterion");
        at = Micros.truncate(at);
        validUntil = Micros.truncate(validUntil);
        records = Set.copyOf(records);
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(note, "note");
        withdrawnAt = withdrawnAt.map(Micros::truncate);
        if (number < 1) {
            throw new IllegalArgumentException("evidence is counted from 1, not " + number);
        }
        Objects.requireNonNull(providedBy, "providedBy");
        Objects.requireNonNull(acceptedBy, "acceptedBy");
        if (!at.isBefore(validUntil)) {
            throw new IllegalArgumentException("evidence holds for some time, not from " + at + " to " + validUntil);
        }
        if (records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("at most " + MOST_RECORDS + " records, not " + records.size());
        }
    }

    /** Whether it holds at {@code when}: it was accepted, is not too old, and was not withdrawn by then. */
    public boolean isValid(Instant when) {
        return !when.isBefore(at)
                && when.isBefore(validUntil)
                && withdrawnAt.map(when::isBefore).orElse(true);
    }

    /** Returns this as withdrawn. */
    public Evidence withdrawn(Instant when) {
        return new Evidence(
                number, criterion, providedBy, acceptedBy, at, validUntil, records, figure, note, Optional.of(when));
    }
}
