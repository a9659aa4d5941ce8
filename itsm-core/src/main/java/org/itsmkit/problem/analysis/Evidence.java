package org.itsmkit.problem.analysis;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * What shows that something is so: a log line, a measurement, a test, what somebody saw.
 *
 * @param text what it shows; not blank
 * @param record a record that shows it, such as an incident or a change
 * @param link where it is outside of the kit, as a URI; not looked at
 * @param by who brought it
 * @param at when it was seen; truncated to microseconds
 */
public record Evidence(
        String text, Optional<RecordRef> record, Optional<String> link, Optional<PersonId> by, Optional<Instant> at) {

    public Evidence {
        Wording.require(text, "evidence");
        Objects.requireNonNull(record, "record");
        Wording.require(link, "link");
        Objects.requireNonNull(by, "by");
        at = at.map(Micros::truncate);
    }

    /** What is told, with nothing to look it up in. */
    public static Evidence of(String text) {
        return new Evidence(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this as shown by a record. */
    public Evidence in(RecordRef newRecord) {
        return new Evidence(text, Optional.of(newRecord), link, by, at);
    }

    /** Returns this as found under a URI. */
    public Evidence under(String newLink) {
        return new Evidence(text, record, Optional.of(newLink), by, at);
    }

    /** Returns this as brought by {@code person}, who saw it at {@code instant}. */
    public Evidence seen(PersonId person, Instant instant) {
        return new Evidence(text, record, link, Optional.of(person), Optional.of(instant));
    }
}
