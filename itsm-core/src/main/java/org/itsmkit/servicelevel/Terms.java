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
 * @param zoneBy by which fields of a record is told in whose time zone the hours are meant, the first that tells; {@code requester} asks
 *     the directory, every other the tenant's {@link org.itsmkit.kernel.FieldZone}s. In that of the hours if none does. At most
 *     {@value #MOST_ZONES}
 */
public record Terms(
        Set<String> kinds,
        FieldCondition coverage,
        List<Commitment> commitments,
        Map<String, CalendarData> hours,
        List<String> zoneBy) {

    /** The most fields that tell of time zones. */
    public static final int MOST_ZONES = 5;

    /** The most commitments of an agreement. */
    public static final int MOST_COMMITMENTS = 200;

    /** The most service hours of an agreement. */
    public static final int MOST_HOURS = 20;

    public Terms {
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(coverage, "coverage");
        commitments = List.copyOf(commitments);
        hours = Map.copyOf(hours);
        zoneBy = List.copyOf(zoneBy);
        zoneBy.forEach(field -> Keys.requireCode(field, "field name"));
        if (zoneBy.size() > MOST_ZONES) {
            throw new IllegalArgumentException("at most " + MOST_ZONES + " fields tell of time zones");
        }
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

    /** Those whose hours are meant in their own time zones. */
    public Terms(
            Set<String> kinds, FieldCondition coverage, List<Commitment> commitments, Map<String, CalendarData> hours) {
        this(kinds, coverage, commitments, hours, List.of());
    }

    /** The same, whose hours are meant in the time zone that the first of these fields tells. */
    public Terms inZoneOf(String... fields) {
        return new Terms(kinds, coverage, commitments, hours, List.of(fields));
    }
}
