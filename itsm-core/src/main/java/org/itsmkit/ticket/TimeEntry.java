package org.itsmkit.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * Time that somebody spent on a ticket, and what it cost.
 *
 * @param number by which it is corrected; unique within its ticket, and never used again
 * @param person who spent it
 * @param begun when they began, in whole microseconds
 * @param spent how long they took; more than nothing
 * @param activity on what
 * @param billable whether the customer pays for it
 * @param cost what it cost, if anybody said
 */
public record TimeEntry(
        int number,
        PersonId person,
        Instant begun,
        Duration spent,
        Activity activity,
        boolean billable,
        Optional<Cost> cost) {

    public TimeEntry {
        Objects.requireNonNull(person, "person");
        begun = Micros.truncate(begun);
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(cost, "cost");
        if (spent.isNegative() || spent.isZero()) {
            throw new IllegalArgumentException("time spent must be more than nothing, not " + spent);
        }
    }
}
