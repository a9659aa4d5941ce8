package org.itsmkit.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.lifecycle.Action;

/**
 * Whether an action is open to a caller on a record as it is now.
 *
 * @param action which
 * @param refusal why it is not; empty if it is. The command may still be refused for what it carries
 * @param needs what it must be given: inputs, required fields without a value, fields that must change
 */
public record Offer(Action action, Optional<Rejection> refusal, Set<String> needs) {

    public Offer {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(refusal, "refusal");
        needs = Set.copyOf(needs);
    }

    /** Whether the action is open. */
    public boolean isAllowed() {
        return refusal.isEmpty();
    }
}
