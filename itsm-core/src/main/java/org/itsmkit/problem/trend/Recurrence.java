package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/**
 * Whether so many come within a stretch of time, wherever that begins. Evidence are all incidents of all such stretches.
 *
 * <p>This is a rule, not a test of chance: how often it is met by chance alone depends on how many incidents there are. Where they come independently
 * of each other, {@code λ} in such a stretch on average, a given one has {@code count − 1} or more others in the stretch that it begins with the
 * probability {@code 1 − Σ e^−λ λ^i / i!} over {@code i} from 0 to {@code count − 2}.
 *
 * @param count how many, 2 or more
 * @param within how long the stretch is, half-open: the last of them is less than this after the first; above zero, at most 3,660 days
 */
public record Recurrence(int count, Duration within) implements TrendTest {

    public Recurrence {
        if (count < 2) {
            throw new IllegalArgumentException("what comes back comes 2 times or more, not " + count);
        }
        Lengths.require(within, "within");
    }

    @Override
    public List<TrendFinding> findings(Sightings sightings) {
        List<TrendFinding> findings = new ArrayList<>();
        for (Key key : sightings.keys()) {
            finding(key, sightings.of(key)).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    private Optional<TrendFinding> finding(Key key, List<Sighting> sorted) {
        BitSet evidence = new BitSet();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            Instant at = sorted.get(last).at();
            while (Duration.between(sorted.get(first).at(), at).compareTo(within) >= 0) {
                first++;
            }
            if (last - first + 1 >= count) {
                evidence.set(first, last + 1);
                most = Math.max(most, last - first + 1);
            }
        }
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        List<RecordRef> refs =
                evidence.stream().mapToObj(i -> sorted.get(i).incident()).toList();
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("most", BigDecimal.valueOf(most));
        numbers.put("withinHours", Lengths.hours(within));
        String sentence = "Of " + key + " there were up to " + most + " incidents within " + Lengths.said(within) + "; "
                + count + " are called a recurrence.";
        return Optional.of(new TrendFinding(
                "trend.recurrence", key, refs, numbers, Optional.empty(), BigDecimal.valueOf(count), sentence));
    }
}
