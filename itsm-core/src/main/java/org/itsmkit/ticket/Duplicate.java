package org.itsmkit.ticket;

import java.util.Objects;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * A ticket that was merged into another, as that one remembers it. What was said about it stays in its own journal.
 *
 * @param ref which
 * @param number what people quote
 * @param title in one line, as it was
 * @param requester who asked: they are told from then on what the requester of the other is told
 */
public record Duplicate(RecordRef ref, String number, String title, PersonId requester) {
    public Duplicate {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(requester, "requester");
    }

    /** {@code ticket}, which is {@code ref}, as another remembers it. */
    static Duplicate of(RecordRef ref, Ticket ticket) {
        return new Duplicate(ref, ticket.number(), ticket.title(), ticket.requester());
    }
}
