package org.itsmkit.incident.similar;

import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.RecordId;

/**
 * That an incident may be the same as the one in question.
 *
 * @param id which
 * @param number what people quote
 * @param title in one line
 * @param score the sum of the points of all reasons
 * @param reasons why, in the order of {@link Duplicates}; never empty
 */
public record Suggestion(RecordId id, String number, String title, int score, List<Reason> reasons) {

    public Suggestion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        reasons = List.copyOf(reasons);
    }

    /**
     * Why, in part.
     *
     * @param code {@code requester}, {@code service}, {@code category}, {@code title}, or {@code field:} and the name of a custom field
     * @param points what it counts for, 1 or more
     * @param shared what both have
     */
    public record Reason(String code, int points, String shared) {}
}
