package org.itsmkit.servicelevel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * How often records were resolved at first contact, and how often they went from group to group.
 *
 * @param records how many there are
 * @param atFirstContact how many of them were resolved at first contact
 * @param byReassignments how many went from group to group so often, fewest first
 */
public record HandlingFigures(long records, long atFirstContact, Map<Integer, Long> byReassignments) {

    public HandlingFigures {
        byReassignments = Collections.unmodifiableMap(new TreeMap<>(byReassignments));
        if (byReassignments.values().stream().mapToLong(Long::longValue).sum() != records
                || atFirstContact < 0
                || atFirstContact > records) {
            throw new IllegalArgumentException("parts do not add up to " + records + " records");
        }
    }

    /** Gathers them in one pass. */
    public static Collector<Handled, ?, HandlingFigures> collector() {
        return Collector.of(Gathering::new, Gathering::add, Gathering::and, Gathering::end);
    }

    /** {@code atFirstContact / records}, exactly; empty if there are none. */
    public Optional<Ratio> firstContactRate() {
        return share(atFirstContact);
    }

    /** Which part of the records went from one group to another at all, exactly; empty if there are none. */
    public Optional<Ratio> reassignedRate() {
        return share(records - byReassignments.getOrDefault(0, 0L));
    }

    private Optional<Ratio> share(long some) {
        return records == 0 ? Optional.empty() : Optional.of(Ratio.of(some, records));
    }

    /** How often they went from one group to another, all together. */
    public long reassignments() {
        return byReassignments.entrySet().stream()
                .mapToLong(often -> Math.multiplyExact(often.getKey().longValue(), often.getValue()))
                .sum();
    }

    /**
     * {@code reassignments / records} with so many digits after the point, rounded down; to be shown. Empty if there are none.
     *
     * @param digits not negative
     */
    public Optional<BigDecimal> meanReassignments(int digits) {
        return records == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(reassignments())
                        .divide(BigDecimal.valueOf(records), digits, RoundingMode.DOWN));
    }

    private static final class Gathering {
        private long records;
        private long atFirstContact;
        private final Map<Integer, Long> byReassignments = new TreeMap<>();

        void add(Handled handled) {
            records++;
            atFirstContact += handled.isAtFirstContact() ? 1 : 0;
            byReassignments.merge(handled.reassignments(), 1L, Long::sum);
        }

        Gathering and(Gathering other) {
            records += other.records;
            atFirstContact += other.atFirstContact;
            other.byReassignments.forEach((often, some) -> byReassignments.merge(often, some, Long::sum));
            return this;
        }

        HandlingFigures end() {
            return new HandlingFigures(records, atFirstContact, byReassignments);
        }
    }
}
