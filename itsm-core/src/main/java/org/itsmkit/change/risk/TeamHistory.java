package org.itsmkit.change.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmkit.change.risk.PastChange.Mark;
import org.itsmkit.change.risk.RiskFinding.Contribution;
import org.itsmkit.spi.Keys;

/**
 * How the changes of the team went. The score is the sum of the points of all marks of all changes within a window of time; more of it is never more
 * risky. A team without changes has a score of 0.
 *
 * @param name by {@link Keys#requireCode}
 * @param window how far back changes count, positive: those from {@code at - window}, inclusive, to {@code at}, exclusive
 * @param points what each mark counts for; one that is not named counts for nothing
 * @param levels which level follows from the score; it may not rise
 */
public record TeamHistory(String name, Duration window, Map<Mark, Integer> points, ScoreLevels levels)
        implements RiskAssessor {

    public TeamHistory {
        Keys.requireCode(name, "name");
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window must be positive, not " + window);
        }
        Map<Mark, Integer> ordered = new EnumMap<>(Mark.class);
        ordered.putAll(points);
        points = Collections.unmodifiableMap(ordered);
        levels.require(false, "a higher score is never more risky");
    }

    /** One called {@code history}, with the points that {@link Mark} names. */
    public static TeamHistory of(Duration window, ScoreLevels levels) {
        Map<Mark, Integer> points = new EnumMap<>(Mark.class);
        for (Mark mark : Mark.values()) {
            points.put(mark, mark.usualPoints());
        }
        return new TeamHistory("history", window, points, levels);
    }

    @Override
    public List<RiskLevel> possibleLevels() {
        return levels.levels();
    }

    @Override
    public RiskFinding assess(RiskFacts facts) {
        Instant fromInclusive = facts.at().minus(window);
        List<Contribution> contributions = new ArrayList<>();
        facts.history().stream()
                .filter(change ->
                        !change.at().isBefore(fromInclusive) && change.at().isBefore(facts.at()))
                .sorted(Comparator.comparing(PastChange::at).thenComparing(PastChange::name))
                .forEach(change -> contributions.add(contribution(change)));
        long score = contributions.stream().mapToLong(Contribution::points).sum();
        return new RiskFinding(name, Optional.of(levels.of(score)), score, contributions, List.of());
    }

    private Contribution contribution(PastChange change) {
        String marks = change.marks().stream()
                .map(mark -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        long sum = change.marks().stream()
                .mapToLong(mark -> points.getOrDefault(mark, 0))
                .sum();
        return new Contribution(change.name(), marks.isEmpty() ? "without a mark" : marks, sum);
    }
}
