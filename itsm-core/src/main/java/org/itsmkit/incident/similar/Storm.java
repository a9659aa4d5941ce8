package org.itsmkit.incident.similar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/**
 * That many incidents of one kind came within a short time, so that one thing may be behind all of them.
 *
 * @param what the service or the category that all of them share
 * @param from when the first was opened
 * @param to when the last was opened
 * @param members all of them, by when they were opened, then by id
 * @param parent what all of them may be put under: the record under which most of those that have a parent are already, and of equally
 *     many the lowest; else the first of them
 */
public record Storm(String what, Instant from, Instant to, List<RecordId> members, RecordRef parent) {

    public Storm {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        members = List.copyOf(members);
        Objects.requireNonNull(parent, "parent");
    }
}
