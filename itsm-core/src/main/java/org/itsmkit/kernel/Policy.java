package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.lifecycle.Action;

/** What is permitted: rules, each of which must have nothing against a command. Immutable; safe for use by many threads. */
public final class Policy<R> {

    private final List<Rule<R>> rules;

    // For each action that any rule names, the rules that are about it; for the others, those that are about all.
    private final Map<Action, List<Rule<R>>> byAction = new HashMap<>();
    private final List<Rule<R>> aboutAll;

    /**
     * A policy of these rules, in the order in which they are asked.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public Policy(List<Rule<R>> rules) {
        this.rules = List.copyOf(rules);
        if (this.rules.stream().map(Rule::name).distinct().count() < this.rules.size()) {
            throw new IllegalArgumentException("two rules of one name");
        }
        this.aboutAll =
                this.rules.stream().filter(rule -> rule.actions().isEmpty()).toList();
        for (Rule<R> rule : this.rules) {
            rule.actions().forEach(action -> byAction.computeIfAbsent(action, this::about));
        }
    }

    private List<Rule<R>> about(Action action) {
        return rules.stream().filter(rule -> rule.isAbout(action)).toList();
    }

    /** Its rules, in the order in which they are asked. */
    public List<Rule<R>> rules() {
        return rules;
    }

    /** A policy of these rules. */
    @SafeVarargs
    public static <R> Policy<R> of(Rule<R>... rules) {
        return new Policy<>(List.of(rules));
    }

    /** Returns this policy with {@code rule}: in place of the one of its name, or else as the last. */
    public Policy<R> with(Rule<R> rule) {
        List<Rule<R>> changed = new ArrayList<>(rules);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(rule.name())) {
                changed.set(i, rule);
                return new Policy<>(changed);
            }
        }
        changed.add(rule);
        return new Policy<>(changed);
    }

    /**
     * Returns this policy without the rule of that name.
     *
     * @throws IllegalArgumentException if there is none: a rule believed to be gone must not stay by a misspelling
     */
    public Policy<R> without(String name) {
        List<Rule<R>> rest =
                rules.stream().filter(rule -> !rule.name().equals(name)).toList();
        if (rest.size() == rules.size()) {
            throw new IllegalArgumentException("no rule " + name);
        }
        return new Policy<>(rest);
    }

    /** All that stands against {@code proposal}; rules that the tenant has switched off are not asked. */
    public List<Violation> objectionsTo(Proposal<R> proposal) {
        Settings settings = proposal.context().settings();
        String kind = proposal.context().self().kind();
        List<Violation> objections = List.of();
        List<Rule<R>> about = byAction.getOrDefault(proposal.action(), aboutAll);
        for (int i = 0; i < about.size(); i++) {
            Rule<R> rule = about.get(i);
            if (settings.applies(kind, rule.name())) {
                Optional<Violation> objection = rule.objection().apply(proposal);
                if (objection.isPresent()) {
                    objections = objections.isEmpty() ? new ArrayList<>() : objections;
                    objections.add(objection.get());
                }
            }
        }
        return objections;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy<?> policy && policy.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return "Policy" + rules.stream().map(Rule::name).toList();
    }
}
