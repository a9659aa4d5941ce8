package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/**
 * A change that is to bring an end to something.
 *
 * @param change which; nothing has it twice
 * @param state how far it is
 */
public record Fix(RecordRef change, State state) {

    /** The most changes that are to fix one thing. */
    public static final int MOST = 50;

    /** How far a fix is. */
    public enum State {
        /** It is to be made. */
        PLANNED,
        /** It was made, and did what it was for. */
        DONE,
        /** It was given up, or made in vain. */
        FAILED
    }

    public Fix {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(state, "state");
    }

    /** How far the fix by that change is; empty if it is none of {@code fixes}. */
    public static Optional<State> of(List<Fix> fixes, RecordRef change) {
        return fixes.stream()
                .filter(fix -> fix.change().equals(change))
                .map(Fix::state)
                .findFirst();
    }

    /** Whether one of {@code fixes} was made, and none is still to be made. */
    public static boolean areDone(List<Fix> fixes) {
        return fixes.stream().anyMatch(fix -> fix.state() == State.DONE)
                && fixes.stream().noneMatch(fix -> fix.state() == State.PLANNED);
    }

    /** Returns {@code fixes} with this: in place of the one by the same change, or else as the last. */
    public List<Fix> in(List<Fix> fixes) {
        List<Fix> all = new ArrayList<>(fixes);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).change().equals(change)) {
                all.set(i, this);
                return all;
            }
        }
        all.add(this);
        return all;
    }
}
