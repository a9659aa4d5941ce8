package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is permitted: rules, each of which must have nothing against a command. Immutable; safe for use by many threads.
 *
 * @param rules each name once, in the order in which they are asked
 */
public record Policy<R>(List<Rule<R>> rules) {

    public Policy {
        rules = List.copyOf(rules);
        if (rules.stream().map(Rule::name).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("two rules of one name");
        }
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
        for (Rule<R> rule : rules) {
            if (rule.isAbout(proposal.action()) && settings.applies(kind, rule.name())) {
                Optional<Violation> objection = rule.objection().apply(proposal);
                if (objection.isPresent()) {
                    objections = objections.isEmpty() ? new ArrayList<>() : objections;
                    objections.add(objection.get());
                }
            }
        }
        return objections;
    }
}
