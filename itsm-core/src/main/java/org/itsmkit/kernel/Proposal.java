package org.itsmkit.kernel;

import java.util.Optional;
import org.itsmkit.lifecycle.Action;

/**
 * What a rule looks at: an action on a record, and the command if it is known already.
 *
 * @param record the record as it is; empty when one is about to be made
 * @param action what is to be done
 * @param intention the command; empty when it is only asked whether the action is open to the caller
 * @param context all else that may be known
 */
public record Proposal<R>(Optional<R> record, Action action, Optional<Intention> intention, Context context) {

    /** The command, if it is known already and of that class. */
    public <C> Optional<C> intention(Class<C> type) {
        return intention.filter(type::isInstance).map(type::cast);
    }
}
