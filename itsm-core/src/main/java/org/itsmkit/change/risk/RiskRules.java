package org.itsmkit.change.risk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.risk.RiskFinding.Contribution;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;

/**
 * Levels by the fields of a change: the highest of all rules that hold. If none does, nothing is said.
 *
 * @param name by {@link Keys#requireCode}
 * @param rules at least one, in the order in which they are explained; each with a name of its own
 */
public record RiskRules(String name, List<FieldRule> rules) implements RiskAssessor {

    /** No condition here speaks of what is being done. */
    private static final Action ASSESS = Action.of("assess");

    /**
     * That a change is so risky when something holds of it.
     *
     * @param name by {@link Keys#requireCode}
     * @param when of its fields alone, not of what is being done
     * @param level how risky it is then
     */
    public record FieldRule(String name, FieldCondition when, RiskLevel level) {
        public FieldRule {
            Keys.requireCode(name, "name");
            if (!when.actions().isEmpty()) {
                throw new IllegalArgumentException("when: a risk does not depend on what is done: " + when.actions());
            }
            Objects.requireNonNull(level, "level");
        }
    }

    public RiskRules {
        Keys.requireCode(name, "name");
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (FieldRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("rules: two are called " + rule.name());
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("no rules");
        }
    }

    @Override
    public List<RiskLevel> possibleLevels() {
        return rules.stream().map(FieldRule::level).distinct().toList();
    }

    @Override
    public RiskFinding assess(RiskFacts facts) {
        List<FieldRule> holding = rules.stream()
                .filter(rule ->
                        rule.when().holds(ASSESS, field -> facts.fields().getOrDefault(field, List.of())))
                .toList();
        List<Contribution> contributions = holding.stream()
                .map(rule -> new Contribution(rule.name(), rule.level().name(), 0))
                .toList();
        Optional<RiskLevel> level = holding.stream().map(FieldRule::level).max(Comparator.naturalOrder());
        return new RiskFinding(name, level, 0, contributions, List.of());
    }
}
