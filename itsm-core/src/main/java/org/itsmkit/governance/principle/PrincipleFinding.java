package org.itsmkit.governance.principle;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found when something was held against a principle.
 *
 * @param principle which
 * @param code what was asked, such as {@code batch-size}
 * @param answer what came of it
 * @param data which data made it, by the names of {@link Undertaking}'s components and of thresholds; of what is unknown, what is missing
 * @param sentence in words
 */
public record PrincipleFinding(
        Principle principle, String code, Answer answer, SortedMap<String, String> data, String sentence) {

    /** What may come of a question. */
    public enum Answer {
        /** Nothing speaks against it. */
        OK,
        /** Something does. */
        CONCERN,
        /** Nothing can be said: what is needed for it is not known. That is not the same as nothing being wrong. */
        UNKNOWN
    }

    public PrincipleFinding {
        Objects.requireNonNull(principle, "principle");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(sentence, "sentence");
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    static PrincipleFinding of(
            Principle principle, String code, Answer answer, Map<String, String> data, String sentence) {
        return new PrincipleFinding(principle, code, answer, new TreeMap<>(data), sentence);
    }
}
