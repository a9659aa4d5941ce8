package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.util.Objects;

/**
 * How a record was handled, and by what it can be grouped. Of an incident that is known by {@code Handling} and its {@code groupHops}.
 *
 * @param labels by what
 * @param at when it was resolved
 * @param isAtFirstContact whether whoever had it first resolved it
 * @param reassignments how often it went from one group to another; not negative
 */
public record Handled(Labels labels, Instant at, boolean isAtFirstContact, int reassignments) implements Labelled {
    public Handled {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(at, "at");
        if (reassignments < 0) {
            throw new IllegalArgumentException("it was not given away " + reassignments + " times");
        }
    }
}
