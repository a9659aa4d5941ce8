package org.itsmkit.service.warranty;

import java.util.Objects;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * What customers have of a service.
 *
 * @param code by which facts are told of it; by {@link Keys#requireCode}, once in a service
 * @param kind whether it brings something about, or takes something away
 * @param sentence what, in the customers' words; one line of 1 to {@value #LENGTH} code points
 */
public record Aim(String code, Kind kind, String sentence) {

    /** The most code points of a sentence. */
    public static final int LENGTH = 500;

    /** What a service does for its customers. */
    public enum Kind {
        /** It helps to bring about what they want. */
        OUTCOME,
        /** It takes away what holds them back. */
        CONSTRAINT
    }

    public Aim {
        Keys.requireCode(code, "code");
        Objects.requireNonNull(kind, "kind");
        if (!Inputs.check().line("sentence", sentence, LENGTH).violations().isEmpty()) {
            throw new IllegalArgumentException("sentence: one line of 1 to " + LENGTH + " characters");
        }
    }

    /** An outcome that it is to support. */
    public static Aim outcome(String code, String sentence) {
        return new Aim(code, Kind.OUTCOME, sentence);
    }

    /** A constraint that it is to remove. */
    public static Aim constraint(String code, String sentence) {
        return new Aim(code, Kind.CONSTRAINT, sentence);
    }
}
