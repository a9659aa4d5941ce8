package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.kernel.DurationStatistics;

/**
 * How old is what is open at an instant. An age is in the bucket whose beginning it has reached, and whose end it has not.
 *
 * @param buckets from the youngest to the oldest, without gaps; those without a record too
 * @param ages the ages themselves: how many, the oldest, percentiles
 */
public record BacklogAges(List<Bucket> buckets, DurationStatistics ages) {

    /**
     * Those of some age.
     *
     * @param fromInclusive as old at least
     * @param toExclusive not as old as this; empty for the last
     * @param records how many
     */
    public record Bucket(Duration fromInclusive, Optional<Duration> toExclusive, long records) {}

    public BacklogAges {
        buckets = List.copyOf(buckets);
        Objects.requireNonNull(ages, "ages");
    }

    /**
     * Gathers in one pass those that are open {@code at} an instant, by how much time has passed since they began; others are passed over.
     *
     * @param bounds where one bucket ends and the next begins, positive and ascending; with none there is one bucket
     * @throws IllegalArgumentException if bounds are not so
     */
    public static Collector<OpenRecord, ?, BacklogAges> at(Instant at, List<Duration> bounds) {
        return collector(at, bounds, from -> Duration.between(from, at));
    }

    /** As {@link #at(Instant, List)}, by how much open time of {@code time} has passed. */
    public static Collector<OpenRecord, ?, BacklogAges> at(Instant at, List<Duration> bounds, CompiledCalendar time) {
        return collector(at, bounds, from -> time.openTimeBetween(from, at));
    }

    private static Collector<OpenRecord, ?, BacklogAges> collector(
            Instant at, List<Duration> bounds, Function<Instant, Duration> age) {
        List<Duration> ends = checked(bounds);
        return Collectors.filtering(
                record -> record.isOpen(at),
                Collectors.mapping(
                        record -> age.apply(record.at()),
                        Collectors.collectingAndThen(Collectors.<Duration>toList(), ages -> of(ages, ends))));
    }

    private static List<Duration> checked(List<Duration> bounds) {
        Duration last = Duration.ZERO;
        for (Duration bound : bounds) {
            if (bound.compareTo(last) <= 0) {
                throw new IllegalArgumentException("bounds are positive and ascending, not " + bounds);
            }
            last = bound;
        }
        return List.copyOf(bounds);
    }

    private static BacklogAges of(List<Duration> ages, List<Duration> ends) {
        List<Bucket> buckets = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (int i = 0; i <= ends.size(); i++) {
            Optional<Duration> to = i < ends.size() ? Optional.of(ends.get(i)) : Optional.empty();
            Duration least = from;
            long records = ages.stream()
                    .filter(age -> age.compareTo(least) >= 0
                            && to.filter(end -> age.compareTo(end) >= 0).isEmpty())
                    .count();
            buckets.add(new Bucket(from, to, records));
            from = to.orElse(from);
        }
        return new BacklogAges(buckets, DurationStatistics.of(ages));
    }
}
