package org.itsmkit.incident;

import java.util.Objects;
import org.itsmkit.spi.RecordRef;

/**
 * What is known to help against an incident, and whether it did.
 *
 * @param knownError by which known error
 * @param number what people call that, as it was when it was offered
 * @param text what is to be done, or why it is so where nothing helps, as it was when it was offered
 * @param state what came of it
 */
public record OfferedWorkaround(RecordRef knownError, String number, String text, State state) {

    /** What comes of what is known to help. */
    public enum State {
        /** Nobody tried it. */
        OFFERED,
        /** It helped. */
        SOLVED,
        /** It did not, or not for long. */
        FAILED
    }

    public OfferedWorkaround {
        Objects.requireNonNull(knownError, "knownError");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(state, "state");
    }

    /** Whether it was tried. */
    public boolean wasTried() {
        return state != State.OFFERED;
    }

    OfferedWorkaround in(State other) {
        return new OfferedWorkaround(knownError, number, text, other);
    }

    /** Returns this, where what had helped did not for long. */
    OfferedWorkaround inVainAfterAll() {
        return state == State.SOLVED ? in(State.FAILED) : this;
    }
}
