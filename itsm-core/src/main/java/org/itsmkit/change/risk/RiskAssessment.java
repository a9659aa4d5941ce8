package org.itsmkit.change.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.change.risk.RiskModel.Strategy;

/**
 * How risky a change is, and why.
 *
 * @param level empty if something is missing, or nobody has anything to say
 * @param model by what it was assessed
 * @param findings what each assessor says, in the order of the model
 */
public record RiskAssessment(Optional<RiskLevel> level, RiskModel model, List<RiskFinding> findings) {

    public RiskAssessment {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(model, "model");
        findings = List.copyOf(findings);
    }

    /** What would have to be known before there is a level. */
    public List<String> missing() {
        return findings.stream().flatMap(finding -> finding.missing().stream()).toList();
    }

    /** By whom it was decided: those of the highest level, or all that went into the mean; nobody if there is no level. */
    public List<String> decidedBy() {
        if (level.isEmpty()) {
            return List.of();
        }
        return findings.stream()
                .filter(finding -> model.strategy() == Strategy.HIGHEST
                        ? finding.level().equals(level)
                        : finding.level().isPresent())
                .map(RiskFinding::assessor)
                .toList();
    }

    /** The same in sentences: what decided, and what each assessor says. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(level.map(this::decided).orElseGet(this::undecided));
        findings.forEach(finding -> sentences.addAll(finding.sentences()));
        return List.copyOf(sentences);
    }

    private String decided(RiskLevel found) {
        String by = model.strategy() == Strategy.HIGHEST ? "the highest, said by " : "the weighted mean of ";
        return "The risk is " + found + ": " + by + String.join(", ", decidedBy()) + ".";
    }

    private String undecided() {
        return missing().isEmpty()
                ? "Nothing can be said of the risk."
                : "The risk is not known, as it is missing: " + String.join(", ", missing()) + ".";
    }
}
