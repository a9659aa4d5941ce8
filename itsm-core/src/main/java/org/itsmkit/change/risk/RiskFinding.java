package org.itsmkit.change.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one assessor says of a change.
 *
 * @param assessor by its name
 * @param level how risky it is; empty if something is missing, or nothing can be said
 * @param score the sum of all points; 0 where none are given
 * @param contributions what led to it
 * @param missing what would have to be known, by its name; empty if nothing
 */
public record RiskFinding(
        String assessor,
        Optional<RiskLevel> level,
        long score,
        List<Contribution> contributions,
        List<String> missing) {

    /**
     * Something that led to a level.
     *
     * @param of what: a question, a rule, a change, {@code likelihood} or {@code impact}
     * @param value how it is, in a word: the answer, the level, what became of the change
     * @param points what it counts for; 0 where no points are given
     */
    public record Contribution(String of, String value, long points) {}

    public RiskFinding {
        Objects.requireNonNull(assessor, "assessor");
        Objects.requireNonNull(level, "level");
        contributions = List.copyOf(contributions);
        missing = List.copyOf(missing);
        if (level.isPresent() && !missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "level: " + assessor + " says nothing as long as " + missing + " is missing");
        }
    }

    /** The same in sentences: each contribution, and what it comes to. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Contribution each : contributions) {
            String points =
                    each.points() == 0 ? "" : ", which counts " + (each.points() > 0 ? "+" : "") + each.points();
            sentences.add(assessor + ": " + each.of() + " is " + each.value() + points + ".");
        }
        if (!missing.isEmpty()) {
            sentences.add(assessor + " says nothing, as it is not known: " + String.join(", ", missing) + ".");
        } else {
            sentences.add(assessor + " says " + level.map(RiskLevel::name).orElse("nothing") + ".");
        }
        return List.copyOf(sentences);
    }
}
