package org.itsmkit.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.change.risk.RiskFacts;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.risk.RiskRules;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.spi.FieldValue;

/** The fields of a change that the rules of a risk model look at. */
final class RiskFields {

    private RiskFields() {}

    static Map<String, List<FieldValue>> of(RiskModel model, Change change) {
        Map<String, List<FieldValue>> values = new HashMap<>();
        model.assessors().stream()
                .map(RiskModel.Weighed::assessor)
                .filter(RiskRules.class::isInstance)
                .map(RiskRules.class::cast)
                .flatMap(rules -> rules.rules().stream())
                .flatMap(rule -> rule.when().whole())
                .filter(FieldCondition.Has.class::isInstance)
                .map(FieldCondition.Has.class::cast)
                .forEach(has -> values.put(has.field(), values(has.field(), change)));
        return values;
    }

    /** Whether the rules of its risk model say of its fields at {@code at} what they said when it was assessed; if it was. */
    static boolean sayTheSame(Change change, Instant at) {
        return change.risk()
                .flatMap(found -> change.procedure().risk().map(model -> {
                    RiskFacts facts = new RiskFacts(
                            at, Optional.empty(), Optional.empty(), Map.of(), of(model, change), List.of());
                    return model.assessors().stream()
                            .map(RiskModel.Weighed::assessor)
                            .filter(RiskRules.class::isInstance)
                            .map(rules -> rules.assess(facts))
                            .allMatch(found.findings()::contains);
                }))
                .orElse(true);
    }

    private static List<FieldValue> values(String field, Change change) {
        return Changes.KIND.fields().stream()
                .filter(known -> known.key().name().equals(field))
                .findFirst()
                .map(known -> known.values(change))
                .orElseGet(() -> Optional.ofNullable(change.ticket().custom().get(field)).stream()
                        .toList());
    }
}
