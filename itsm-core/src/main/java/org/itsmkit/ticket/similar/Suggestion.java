package org.itsmkit.ticket.similar;

import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.RecordId;

/**
 * That a record may be the same as the one in question, or be what is at work there.
 *
 * @param id which
 * @param number what people quote
 * @param title in one line
 * @param score the sum of the points of all reasons
 * @param reasons why, in the order in which they are looked for; never empty
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
     * @param code such as {@code service}, or {@code field:} and the name of a custom field
     * @param points what it counts for, 1 or more
     * @param shared what both have
     */
    public record Reason(String code, int points, String shared) {}
}
