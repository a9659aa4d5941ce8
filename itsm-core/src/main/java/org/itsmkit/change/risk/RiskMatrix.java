package org.itsmkit.change.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.itsmkit.change.risk.RiskFinding.Contribution;
import org.itsmkit.spi.Keys;

/**
 * A level for each likelihood and impact. What is more probable or worse is never less risky.
 *
 * @param name by {@link Keys#requireCode}
 * @param likelihoods the least first; each once
 * @param impacts the least first; each once
 * @param rows one for each likelihood, with a level for each impact
 */
public record RiskMatrix(String name, List<String> likelihoods, List<String> impacts, List<List<RiskLevel>> rows)
        implements RiskAssessor {

    public RiskMatrix {
        Keys.requireCode(name, "name");
        likelihoods = requireNames(likelihoods, "likelihoods");
        impacts = requireNames(impacts, "impacts");
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.size() != likelihoods.size()) {
            throw new IllegalArgumentException("rows must be one for each of " + likelihoods + ", not " + rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != impacts.size()) {
                throw new IllegalArgumentException("rows must have a level for each of " + impacts + ", not "
                        + rows.get(i).size() + " for likelihood " + likelihoods.get(i));
            }
            for (int j = 0; j < impacts.size(); j++) {
                int rank = rows.get(i).get(j).rank();
                if ((j > 0 && rank < rows.get(i).get(j - 1).rank())
                        || (i > 0 && rank < rows.get(i - 1).get(j).rank())) {
                    throw new IllegalArgumentException("rows: less risk for more at likelihood " + likelihoods.get(i)
                            + " and impact " + impacts.get(j));
                }
            }
        }
    }

    private static List<String> requireNames(List<String> names, String what) {
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(what + " must be one or more, each once, not " + names);
        }
        names.forEach(name -> Keys.requireCode(name, what));
        return List.copyOf(names);
    }

    /** The usual three by three: {@code low}, {@code medium}, {@code high}, from low to very high. */
    public static RiskMatrix standard() {
        List<String> names = List.of("low", "medium", "high");
        return new RiskMatrix(
                "matrix",
                names,
                names,
                List.of(
                        List.of(RiskLevel.LOW, RiskLevel.LOW, RiskLevel.MODERATE),
                        List.of(RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.HIGH),
                        List.of(RiskLevel.MODERATE, RiskLevel.HIGH, RiskLevel.VERY_HIGH)));
    }

    /**
     * Returns the level of that pair.
     *
     * @throws IllegalArgumentException if the matrix does not know it
     */
    public RiskLevel level(String likelihood, String impact) {
        return rows.get(place(likelihoods, likelihood, "likelihood")).get(place(impacts, impact, "impact"));
    }

    private static int place(List<String> names, String wanted, String what) {
        int place = names.indexOf(wanted);
        if (place < 0) {
            throw new IllegalArgumentException(what + " must be one of " + names + ", not " + wanted);
        }
        return place;
    }

    @Override
    public List<RiskLevel> possibleLevels() {
        return rows.stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public RiskFinding assess(RiskFacts facts) {
        List<Contribution> contributions = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        facts.likelihood()
                .ifPresentOrElse(
                        value -> contributions.add(new Contribution("likelihood", value, 0)),
                        () -> missing.add("likelihood"));
        facts.impact()
                .ifPresentOrElse(
                        value -> contributions.add(new Contribution("impact", value, 0)), () -> missing.add("impact"));
        Optional<RiskLevel> level =
                facts.likelihood().flatMap(likelihood -> facts.impact().map(impact -> level(likelihood, impact)));
        return new RiskFinding(name, level, 0, contributions, missing);
    }
}
