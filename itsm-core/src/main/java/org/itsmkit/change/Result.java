package org.itsmkit.change;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.spi.PersonId;

/**
 * How a change went.
 *
 * @param outcome in a word
 * @param note in words
 * @param from when it was begun
 * @param to when it was done; not before {@code from}
 * @param by who said so
 */
public record Result(ChangeOutcome outcome, String note, Instant from, Instant to, PersonId by) {

    public Result {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(note, "note");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: nothing ends before it begins, as " + to + " is before " + from);
        }
        Objects.requireNonNull(by, "by");
    }
}
