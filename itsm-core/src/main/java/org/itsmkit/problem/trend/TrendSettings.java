package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.Keys;

/**
 * What is asked of incidents.
 *
 * @param keys the names of what they are compared by; all that they have if empty
 * @param tests at least one
 */
public record TrendSettings(Set<String> keys, List<TrendTest> tests) {

    public TrendSettings {
        keys = Collections.unmodifiableSet(new TreeSet<>(keys));
        keys.forEach(name -> Keys.requireCode(name, "key"));
        tests = List.copyOf(tests);
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("no tests");
        }
    }

    /**
     * For windows of eight weeks or more: five within a week; more often in the last two weeks than before; falling time between failures; the ten with
     * most incidents and more each week. Where there is nothing, each of the last three raises an alarm in at most 1 of 100 windows, so that one of
     * them does in at most 3 of 100; how often the first does depends on how many incidents there are, see {@link Recurrence}.
     */
    public static TrendSettings standard() {
        BigDecimal alpha = new BigDecimal("0.01");
        return new TrendSettings(
                Set.of(),
                List.of(
                        new Recurrence(5, Duration.ofDays(7)),
                        new RateChange(Duration.ofDays(14), 4, alpha, Correction.BENJAMINI_HOCHBERG),
                        new FallingMtbf(5, alpha, Correction.BONFERRONI),
                        new TopKeys(10, Duration.ofDays(7), alpha, Correction.BONFERRONI)));
    }

    /** Returns this with other tests. */
    public TrendSettings asking(TrendTest... newTests) {
        return new TrendSettings(keys, List.of(newTests));
    }

    /** Returns this comparing by keys of these names alone. */
    public TrendSettings by(String... names) {
        return new TrendSettings(Set.of(names), tests);
    }
}
