package org.itsmkit.valuestream.flow.measure;

import java.util.Objects;
import java.util.Optional;

/**
 * That work went from one step to another.
 *
 * @param from the name of the step that it left; empty if it came in
 * @param to the name of the step at which it arrived; empty if it went out
 * @param way how that is to the normal direction
 */
public record Move(Optional<String> from, Optional<String> to, Way way) {

    public Move {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(way, "way");
    }

    /** How a move is to the normal direction. */
    public enum Way {
        /** As an edge leads; in at a beginning; out at an end. */
        NORMAL,
        /** Onwards, past steps that are on every way, or along ways that are several edges long. */
        SKIPPING,
        /** To a step than which the one left is further on. */
        BACK,
        /** To the same step, after it was at none. */
        AGAIN,
        /** To a step to which no way leads from there, nor back. */
        ASIDE,
        /** Out, before an end was reached. */
        EARLY
    }

    /** As in resolve → confirm. */
    @Override
    public String toString() {
        return from.orElse("in") + " → " + to.orElse("out");
    }
}
