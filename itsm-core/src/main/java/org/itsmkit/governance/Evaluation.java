package org.itsmkit.governance;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.RecordRef;

/**
 * How the organisation stands, and what is asked of it.
 *
 * @param findings what was found; 1 to {@value #MOST_FINDINGS}
 * @param heard who was heard, and what they want; at most {@value #MOST_HEARD}
 * @param external what of the world outside bears on it: laws, markets, suppliers; may be empty
 */
@KitStyle
@Value.Builder
public record Evaluation(List<Found> findings, List<Heard> heard, String external) implements WithEvaluation {

    /** The most findings. */
    public static final int MOST_FINDINGS = 50;

    /** The most who are heard. */
    public static final int MOST_HEARD = 100;

    /** The most records that findings name, all together. */
    public static final int MOST_EVIDENCE = 100;

    /**
     * Something that was found.
     *
     * @param text what, in words
     * @param evidence the records that show it; none if it is an opinion
     */
    public record Found(String text, Set<RecordRef> evidence) {
        public Found {
            Objects.requireNonNull(text, "text");
            evidence = Set.copyOf(evidence);
        }
    }

    /**
     * Somebody who was heard.
     *
     * @param who in one line
     * @param wants what they want
     */
    public record Heard(String who, String wants) {
        public Heard {
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(wants, "wants");
        }
    }

    public Evaluation {
        findings = List.copyOf(findings);
        heard = List.copyOf(heard);
        Objects.requireNonNull(external, "external");
    }

    /** Begins to say what was found. */
    public static Builder builder() {
        return new Builder();
    }

    /** All records that findings name. */
    public Set<RecordRef> evidence() {
        return findings.stream().flatMap(found -> found.evidence().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Builds evaluations. */
    public static final class Builder extends EvaluationBuilder {
        Builder() {
            external("");
        }
    }
}
