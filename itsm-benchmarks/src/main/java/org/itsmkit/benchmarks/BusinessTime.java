package org.itsmkit.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.TimeRange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Questions about business time, for who wants to look closer than the goals do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BusinessTime {

    private static final int MASK = (1 << 12) - 1;

    /** How many days lie between, about. */
    @Param({"1", "365", "1825"})
    public int days = 365;

    private final CompiledCalendar calendar = BusinessCalendar.of(
                    ZoneId.of("Europe/Berlin"), BusinessHours.weekdays(TimeRange.of("09:00", "17:00")))
            .compile();
    private final Instant[] from = new Random(1)
            .ints(MASK + 1, 0, 157_680_000)
            .mapToObj(second -> Instant.ofEpochSecond(1_514_764_800L + second))
            .toArray(Instant[]::new);
    private int next;

    /** Open time between two instants. */
    @Benchmark
    public Duration elapsed() {
        int i = next++;
        return calendar.openTimeBetween(from[i & MASK], from[i & MASK].plusSeconds(days * 86_400L));
    }

    /** When so much of it has passed. */
    @Benchmark
    public Optional<Instant> deadline() {
        return calendar.add(from[next++ & MASK], Duration.ofHours(days * 40L / 7));
    }
}
