package org.itsmkit.dimension;

import static org.itsmkit.dimension.TouchRule.Sign.CATEGORY;
import static org.itsmkit.dimension.TouchRule.Sign.ITEM;
import static org.itsmkit.dimension.TouchRule.Sign.PLAN;
import static org.itsmkit.dimension.TouchRule.Sign.SERVICE;
import static org.itsmkit.dimension.TouchRule.Sign.SUPPLIER;
import static org.itsmkit.dimension.TouchRule.Sign.TASK;
import static org.itsmkit.dimension.TouchRule.Sign.TEXT;
import static org.itsmkit.kernel.Dimension.INFORMATION_AND_TECHNOLOGY;
import static org.itsmkit.kernel.Dimension.ORGANISATIONS_AND_PEOPLE;
import static org.itsmkit.kernel.Dimension.PARTNERS_AND_SUPPLIERS;
import static org.itsmkit.kernel.Dimension.VALUE_STREAMS_AND_PROCESSES;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By what one sees which dimensions something touches, and which somebody has thought of. Data: tenants add their own.
 *
 * @param touches by what one sees that a dimension is touched; each code once
 * @param addresses by what one sees that somebody has thought of it; likewise
 */
public record ChangeRules(List<TouchRule> touches, List<TouchRule> addresses) {

    /** The most rules of either sort. */
    public static final int MOST_RULES = 500;

    private static final ChangeRules STANDARD = new ChangeRules(
            List.of(
                    TouchRule.of(
                            "people-category",
                            ORGANISATIONS_AND_PEOPLE,
                            CATEGORY,
                            "organisation",
                            "access",
                            "training"),
                    TouchRule.of("people-service", ORGANISATIONS_AND_PEOPLE, SERVICE),
                    TouchRule.of("people-words", ORGANISATIONS_AND_PEOPLE, TEXT, "users", "staff", "team", "roles"),
                    TouchRule.of(
                            "technology-category",
                            INFORMATION_AND_TECHNOLOGY,
                            CATEGORY,
                            "hardware",
                            "software",
                            "network",
                            "database"),
                    TouchRule.of("technology-item", INFORMATION_AND_TECHNOLOGY, ITEM),
                    TouchRule.of("technology-words", INFORMATION_AND_TECHNOLOGY, TEXT, "data", "version", "server"),
                    TouchRule.of("partners-supplier", PARTNERS_AND_SUPPLIERS, SUPPLIER),
                    TouchRule.of(
                            "partners-category", PARTNERS_AND_SUPPLIERS, CATEGORY, "supplier", "contract", "cloud"),
                    TouchRule.of(
                            "partners-words",
                            PARTNERS_AND_SUPPLIERS,
                            TEXT,
                            "supplier",
                            "vendor",
                            "contract",
                            "licence"),
                    TouchRule.of("streams-category", VALUE_STREAMS_AND_PROCESSES, CATEGORY, "process", "workflow"),
                    TouchRule.of(
                            "streams-words",
                            VALUE_STREAMS_AND_PROCESSES,
                            TEXT,
                            "process",
                            "workflow",
                            "procedure",
                            "hand over")),
            List.of(
                    TouchRule.of("people-plan", ORGANISATIONS_AND_PEOPLE, PLAN, "communication"),
                    TouchRule.of(
                            "people-task",
                            ORGANISATIONS_AND_PEOPLE,
                            TASK,
                            "train",
                            "tell",
                            "inform",
                            "announce",
                            "training"),
                    TouchRule.of("technology-plan", INFORMATION_AND_TECHNOLOGY, PLAN, "test", "back-out"),
                    TouchRule.of(
                            "technology-task",
                            INFORMATION_AND_TECHNOLOGY,
                            TASK,
                            "test",
                            "back up",
                            "backup",
                            "monitoring"),
                    TouchRule.of(
                            "partners-task", PARTNERS_AND_SUPPLIERS, TASK, "supplier", "vendor", "contract", "licence"),
                    TouchRule.of(
                            "streams-task",
                            VALUE_STREAMS_AND_PROCESSES,
                            TASK,
                            "procedure",
                            "runbook",
                            "process",
                            "documentation",
                            "instructions")));

    public ChangeRules {
        touches = checked(touches);
        addresses = checked(addresses);
    }

    private static List<TouchRule> checked(List<TouchRule> rules) {
        Set<String> codes = new HashSet<>();
        for (TouchRule rule : rules) {
            if (!codes.add(rule.code())) {
                throw new IllegalArgumentException("two rules are called " + rule.code());
            }
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("at most " + MOST_RULES + " rules, not " + rules.size());
        }
        return List.copyOf(rules);
    }

    /** Those of the kit, for categories and words in English: what is about a service touches people, what names an item technology. */
    public static ChangeRules standard() {
        return STANDARD;
    }

    /** None: for tenants that say all by themselves. */
    public static ChangeRules none() {
        return new ChangeRules(List.of(), List.of());
    }

    /** Returns these with another rule by which one sees that a dimension is touched, in place of that of its code. */
    public ChangeRules touchedBy(TouchRule rule) {
        return new ChangeRules(with(touches, rule), addresses);
    }

    /** Returns these with another rule by which one sees that somebody has thought of a dimension, in place of that of its code. */
    public ChangeRules addressedBy(TouchRule rule) {
        return new ChangeRules(touches, with(addresses, rule));
    }

    private static List<TouchRule> with(List<TouchRule> rules, TouchRule rule) {
        List<TouchRule> more = new ArrayList<>(rules);
        more.removeIf(other -> other.code().equals(rule.code()));
        more.add(rule);
        return more;
    }
}
