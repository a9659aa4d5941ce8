package org.itsmkit.valuestream.flow.journey;

import java.util.Optional;
import org.itsmkit.lifecycle.Phase;

/** What time at a step goes by with. */
public enum Effort {
    /** Somebody works on it: {@link Phase#ACTIVE}. */
    PROCESS,
    /** It waits until somebody begins, or for something outside: {@link Phase#NEW} and {@link Phase#WAITING}. */
    WAIT,
    /** The work is done, and those who asked may still object: {@link Phase#RESOLVED}. Neither work nor waiting. */
    CONFIRM;

    /** What a phase amounts to; empty for those that are over, which are no time at a step. */
    public static Optional<Effort> of(Phase phase) {
        return switch (phase) {
            case NEW, WAITING -> Optional.of(WAIT);
            case ACTIVE -> Optional.of(PROCESS);
            case RESOLVED -> Optional.of(CONFIRM);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }
}
