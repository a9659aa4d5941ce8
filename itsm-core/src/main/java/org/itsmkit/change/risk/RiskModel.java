package org.itsmkit.change.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the risk of a change is assessed: by whom, and what follows from what they say.
 *
 * @param levels all levels, the least first, of ranks 1, 2, 3 and so on
 * @param assessors at least one, each with a name of its own
 * @param strategy what follows where they differ
 */
public record RiskModel(List<RiskLevel> levels, List<Weighed> assessors, Strategy strategy) {

    /** What follows where assessors differ. */
    public enum Strategy {
        /** The highest level. */
        HIGHEST,
        /** {@code Σ weight × rank / Σ weight} of those that say something, rounded half up to a rank. */
        WEIGHTED_MEAN
    }

    /**
     * An assessor, and how much it counts.
     *
     * @param weight 1 to 1,000; looked at for the mean alone
     */
    public record Weighed(RiskAssessor assessor, int weight) {
        public Weighed {
            Objects.requireNonNull(assessor, "assessor");
            if (weight < 1 || weight > 1_000) {
                throw new IllegalArgumentException("weight must be 1 to 1,000, not " + weight);
            }
        }
    }

    public RiskModel {
        levels = List.copyOf(levels);
        assessors = List.copyOf(assessors);
        Objects.requireNonNull(strategy, "strategy");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).rank() != i + 1 || !names.add(levels.get(i).name())) {
                throw new IllegalArgumentException("levels must be of ranks 1 to " + levels.size()
                        + " in order, each with a name of its own: " + levels);
            }
        }
        names.clear();
        for (Weighed each : assessors) {
            if (!names.add(each.assessor().name())) {
                throw new IllegalArgumentException(
                        "assessors: two are called " + each.assessor().name());
            }
            if (!levels.containsAll(each.assessor().possibleLevels())) {
                throw new IllegalArgumentException(
                        "assessors: " + each.assessor().name() + " may come to "
                                + each.assessor().possibleLevels() + ", which are not all among " + levels);
            }
        }
        if (assessors.isEmpty()) {
            throw new IllegalArgumentException("no assessors");
        }
    }

    /** The highest that these say, of four levels from low to very high. */
    public static RiskModel highestOf(RiskAssessor... assessors) {
        return new RiskModel(
                List.of(RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.HIGH, RiskLevel.VERY_HIGH),
                List.of(assessors).stream()
                        .map(assessor -> new Weighed(assessor, 1))
                        .toList(),
                Strategy.HIGHEST);
    }

    /** Returns this with the weighted mean, where these assessors count so much. */
    public RiskModel weighted(Weighed... newAssessors) {
        return new RiskModel(levels, List.of(newAssessors), Strategy.WEIGHTED_MEAN);
    }

    /**
     * Returns how risky a change is. There is no level as long as an assessor misses something, or if none has anything to say.
     *
     * @throws IllegalArgumentException if the facts name something that an assessor does not know
     */
    public RiskAssessment assess(RiskFacts facts) {
        List<RiskFinding> findings =
                assessors.stream().map(each -> each.assessor().assess(facts)).toList();
        boolean complete =
                findings.stream().allMatch(finding -> finding.missing().isEmpty());
        Optional<RiskLevel> level = complete ? level(findings) : Optional.empty();
        return new RiskAssessment(level, this, findings);
    }

    private Optional<RiskLevel> level(List<RiskFinding> findings) {
        long weight = 0;
        long sum = 0;
        int highest = 0;
        for (int i = 0; i < findings.size(); i++) {
            Optional<RiskLevel> said = findings.get(i).level();
            if (said.isPresent()) {
                int rank = said.get().rank();
                highest = Math.max(highest, rank);
                weight += assessors.get(i).weight();
                sum += (long) assessors.get(i).weight() * rank;
            }
        }
        if (weight == 0) {
            return Optional.empty();
        }
        // half up: the floor of the mean and a half
        long rank = strategy == Strategy.HIGHEST ? highest : (2 * sum + weight) / (2 * weight);
        return Optional.of(levels.get(Math.toIntExact(rank) - 1));
    }
}
