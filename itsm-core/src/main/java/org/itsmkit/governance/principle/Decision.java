package org.itsmkit.governance.principle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * What somebody decided, and why.
 *
 * @param decision what; 1 to {@value #TEXT_LENGTH} code points
 * @param options what else was weighed, in words, {@code decision} aside; at most {@value #MOST_OPTIONS}, none if there was no choice
 * @param citations the principles that bore on it, each once
 * @param by who decided
 * @param at when; in whole microseconds
 */
public record Decision(String decision, List<String> options, List<Citation> citations, PersonId by, Instant at) {

    /** The most code points of a decision, of an option, and of how a principle bore on it. */
    public static final int TEXT_LENGTH = 4_000;

    /** The most options that are weighed. */
    public static final int MOST_OPTIONS = 20;

    public Decision {
        Objects.requireNonNull(decision, "decision");
        options = List.copyOf(options);
        citations = List.copyOf(citations);
        Objects.requireNonNull(by, "by");
        at = Micros.truncate(at);
    }

    /** All that is wrong with it; empty if it can be kept. A principle that is cited without a reason is a decoration, and refused. */
    public List<Violation> violations() {
        long cited = citations.stream().map(Citation::principle).distinct().count();
        List<Violation> violations = new ArrayList<>(Inputs.check()
                .text("decision", decision, TEXT_LENGTH)
                .require(
                        options.size() <= MOST_OPTIONS,
                        "list.too-long",
                        "options",
                        "No more than " + MOST_OPTIONS + " options are weighed.")
                .require(
                        cited == citations.size(),
                        "decision.cited-twice",
                        "citations",
                        "A principle is cited once, with all that is to be said of it.")
                .violations());
        options.stream()
                .limit(MOST_OPTIONS)
                .forEach(option -> violations.addAll(
                        Inputs.check().text("options", option, TEXT_LENGTH).violations()));
        citations.stream()
                .limit(Principle.values().length)
                .forEach(citation -> violations.addAll(Inputs.check()
                        .require(
                                Inputs.saysSomething(citation.reason()),
                                "decision.cited-without-reason",
                                "citations",
                                "How " + citation.principle().text() + " bore on the decision is missing.")
                        .optionalText("citations", citation.reason(), TEXT_LENGTH)
                        .violations()));
        return violations.stream().distinct().toList();
    }
}
