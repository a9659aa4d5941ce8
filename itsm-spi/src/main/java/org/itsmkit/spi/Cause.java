package org.itsmkit.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Why something was done: by a person's command, or as the consequence of something else.
 *
 * @param name what kind of cause, such as {@code command}, {@code reaction:close-children} or {@code timer:reminder};
 *     by {@link Keys#requireCode}
 * @param record the record whose event was the cause, if there was one
 * @param sequence the sequence of that event in its record's journal; 0 if there is none
 */
public record Cause(String name, Optional<RecordRef> record, long sequence) {

    /** Somebody asked for it. */
    public static final Cause COMMAND = new Cause("command", Optional.empty(), 0);

    public Cause {
        Keys.requireCode(name, "cause");
        Objects.requireNonNull(record, "record");
        if (sequence < 0 || record.isEmpty() && sequence != 0) {
            throw new IllegalArgumentException("a cause has a positive sequence and a record, or neither");
        }
    }

    /** A cause that is no record's event: a timer, an import, an operator's act. */
    public static Cause of(String name) {
        return new Cause(name, Optional.empty(), 0);
    }

    /** The event {@code sequence} of {@code record} was the cause, by way of {@code name}. */
    public static Cause of(String name, RecordRef record, long sequence) {
        return new Cause(name, Optional.of(record), sequence);
    }
}
