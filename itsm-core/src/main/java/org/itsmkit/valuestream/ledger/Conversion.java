package org.itsmkit.valuestream.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.valuestream.ledger.Quantity.Unit;

/**
 * What became of what came in during a period, as far as it was known when the period ended.
 *
 * @param came how many came in
 * @param ended how many of these had ended by the end of the period, in each way
 * @param answered the names of those that had not, and that some record answers, in the order in which they came in
 * @param open the names of those that had not, and that nothing answers, likewise
 * @param took how long those took that were satisfied, from when they came in
 * @param openSize how much is open, answered or not, of each unit; those that nobody measured are in none
 */
public record Conversion(
        long came,
        Map<Ending.How, Long> ended,
        List<String> answered,
        List<String> open,
        DurationStatistics took,
        SortedMap<Unit, BigDecimal> openSize) {

    /** Fills up what is not there with 0; throws {@link IllegalArgumentException} where parts are not the whole. */
    public Conversion {
        Map<Ending.How, Long> all = new EnumMap<>(Ending.How.class);
        long sum = 0;
        for (Ending.How how : Ending.How.values()) {
            long some = ended.getOrDefault(how, 0L);
            all.put(how, some);
            sum += some;
        }
        ended = Collections.unmodifiableMap(all);
        answered = List.copyOf(answered);
        open = List.copyOf(open);
        openSize = Collections.unmodifiableSortedMap(new TreeMap<>(openSize));
        if (came != sum + answered.size() + open.size()) {
            throw new IllegalArgumentException("what came has ended or is open: " + came);
        }
    }

    static Conversion of(Window period, Collection<? extends Incoming> incoming) {
        Map<Ending.How, Long> ended = new EnumMap<>(Ending.How.class);
        List<String> answered = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<Duration> took = new ArrayList<>();
        SortedMap<Unit, BigDecimal> openSize = new TreeMap<>();
        long came = 0;
        for (Incoming one : incoming) {
            if (period.contains(one.at())) {
                came++;
                Optional<Ending> end = one.ending().filter(it -> isBefore(it.at(), period));
                end.ifPresentOrElse(it -> ended.merge(it.how(), 1L, Long::sum), () -> {
                    (one.answers().isEmpty() ? open : answered).add(one.name());
                    one.size()
                            .ifPresent(size ->
                                    openSize.merge(size.unit(), size.value(), (a, b) -> Quantity.normal(a.add(b))));
                });
                end.filter(it -> it.how() == Ending.How.SATISFIED)
                        .ifPresent(it -> took.add(Duration.between(one.at(), it.at())));
            }
        }
        return new Conversion(came, ended, answered, open, DurationStatistics.of(took), openSize);
    }

    private static boolean isBefore(Instant at, Window period) {
        return at.isBefore(period.toExclusive());
    }

    /** How many ended in that way. */
    public long ended(Ending.How how) {
        return ended.getOrDefault(how, 0L);
    }

    /**
     * {@code satisfied / came}, 0 to 1, with so many digits after the point, rounded down; empty if nothing came.
     *
     * @param digits not negative
     */
    public Optional<BigDecimal> rate(int digits) {
        return came == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(ended(Ending.How.SATISFIED))
                        .divide(BigDecimal.valueOf(came), digits, RoundingMode.DOWN));
    }
}
