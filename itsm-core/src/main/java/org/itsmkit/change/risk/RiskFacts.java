package org.itsmkit.change.risk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;

/**
 * What is known of a change when its risk is asked for.
 *
 * @param at when
 * @param likelihood how probable it is that something goes wrong, as a matrix names it; empty if not known
 * @param impact how bad that would be, as a matrix names it; empty if not known
 * @param answers the answers by their questions
 * @param fields the values of its fields by their names
 * @param history changes of the team, in any order
 */
public record RiskFacts(
        Instant at,
        Optional<String> likelihood,
        Optional<String> impact,
        Map<String, String> answers,
        Map<String, List<FieldValue>> fields,
        List<PastChange> history) {

    public RiskFacts {
        at = Micros.truncate(at);
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(impact, "impact");
        answers = Map.copyOf(answers);
        fields = Map.copyOf(fields);
        history = List.copyOf(history);
    }

    /** Nothing is known. */
    public static RiskFacts at(Instant at) {
        return new RiskFacts(at, Optional.empty(), Optional.empty(), Map.of(), Map.of(), List.of());
    }

    /** Returns this with how probable and how bad it would be that something goes wrong. */
    public RiskFacts with(String newLikelihood, String newImpact) {
        return new RiskFacts(at, Optional.of(newLikelihood), Optional.of(newImpact), answers, fields, history);
    }

    /** Returns this with the answer to a question. */
    public RiskFacts withAnswer(String question, String answer) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(question, answer);
        return new RiskFacts(at, likelihood, impact, more, fields, history);
    }

    /** Returns this with the values of a field. */
    public RiskFacts withField(String field, FieldValue... values) {
        Map<String, List<FieldValue>> more = new HashMap<>(fields);
        more.put(field, List.of(values));
        return new RiskFacts(at, likelihood, impact, answers, more, history);
    }

    /** Returns this with these changes of the team. */
    public RiskFacts withHistory(List<PastChange> newHistory) {
        return new RiskFacts(at, likelihood, impact, answers, fields, newHistory);
    }
}
