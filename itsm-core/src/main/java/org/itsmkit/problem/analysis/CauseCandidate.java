package org.itsmkit.problem.analysis;

import java.util.List;
import java.util.Objects;

/**
 * What may be the cause, as an analysis has it.
 *
 * @param cause in the words of the analysis; not blank
 * @param confidence how far it can be relied on
 * @param evidence what shows it; there is some for all that is more than {@link Confidence#SUSPECTED}
 * @param technique by what means it was found
 * @param because why it is a candidate with this confidence, in a sentence
 */
public record CauseCandidate(
        String cause, Confidence confidence, List<Evidence> evidence, Technique technique, String because) {

    public CauseCandidate {
        if (cause.isBlank()) {
            throw new IllegalArgumentException("a cause is blank");
        }
        Objects.requireNonNull(confidence, "confidence");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(technique, "technique");
        Objects.requireNonNull(because, "because");
        if (confidence != Confidence.SUSPECTED && evidence.isEmpty()) {
            throw new IllegalArgumentException("without evidence a cause is suspected, not " + confidence);
        }
    }

    /** Whether {@code text} names this cause: in the same words, whatever their case and the white space between them. */
    public boolean isNamed(String text) {
        return Wording.essence(cause).equals(Wording.essence(text));
    }
}
