package org.itsmkit.servicelevel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.spi.Keys;

/**
 * What is agreed. Service hours are part of it: whatever becomes of the calendars from which they were taken, what was agreed stays.
 *
 * @param kinds of which kinds of record, by name; of all if empty
 * @param coverage of which of their records
 * @param commitments what is promised; at most {@value #MOST_COMMITMENTS}, each name once
 * @param hours service hours by name; at most {@value #MOST_HOURS}
 */
public record Terms(
        Set<String> kinds, FieldCondition coverage, List<Commitment> commitments, Map<String, CalendarData> hours) {

    /** The most commitments of an agreement. */
    public static final int MOST_COMMITMENTS = 200;

    /** The most service hours of an agreement. */
    public static final int MOST_HOURS = 20;

    public Terms {
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(coverage, "coverage");
        commitments = List.copyOf(commitments);
        hours = Map.copyOf(hours);
        hours.keySet().forEach(name -> Keys.requireCode(name, "hours"));
        Set<String> names = new HashSet<>();
        for (Commitment commitment : commitments) {
            if (!names.add(commitment.name())) {
                throw new IllegalArgumentException("two commitments are called " + commitment.name());
            }
            String calendar = commitment.hours().orElse("");
            if (!calendar.isEmpty() && !hours.containsKey(calendar)) {
                throw new IllegalArgumentException(
                        "commitment " + commitment.name() + " speaks of hours " + calendar + ", which are not agreed");
            }
        }
        if (commitments.size() > MOST_COMMITMENTS || hours.size() > MOST_HOURS) {
            throw new IllegalArgumentException("an agreement has at most " + MOST_COMMITMENTS + " commitments and "
                    + MOST_HOURS + " service hours");
        }
    }
}
