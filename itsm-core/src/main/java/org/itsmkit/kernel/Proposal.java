package org.itsmkit.kernel;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.lifecycle.Action;
import org.jspecify.annotations.Nullable;

/** What a rule looks at: an action on a record, and the command if it is known already. */
public final class Proposal<R> {

    // Without their Optionals, which are made where they are asked for: mostly nobody keeps those, and then they cost
    // nothing.
    private final @Nullable R record;
    private final Action action;
    private final @Nullable Intention intention;
    private final Context context;

    /**
     * Proposes an action.
     *
     * @param record the record as it is; empty when one is about to be made
     * @param action what is to be done
     * @param intention the command; empty when it is only asked whether the action is open to the caller
     * @param context all else that may be known
     */
    public Proposal(Optional<R> record, Action action, Optional<? extends Intention> intention, Context context) {
        this.record = record.orElse(null);
        this.action = Objects.requireNonNull(action, "action");
        this.intention = intention.orElse(null);
        this.context = Objects.requireNonNull(context, "context");
    }

    /** The record as it is; empty when one is about to be made. */
    public Optional<R> record() {
        return Optional.ofNullable(record);
    }

    /** What is to be done. */
    public Action action() {
        return action;
    }

    /** The command; empty when it is only asked whether the action is open to the caller. */
    public Optional<Intention> intention() {
        return Optional.ofNullable(intention);
    }

    /** All else that may be known. */
    public Context context() {
        return context;
    }

    /** The command, if it is known already and of that class. */
    public <C> Optional<C> intention(Class<C> type) {
        return type.isInstance(intention) ? Optional.of(type.cast(intention)) : Optional.empty();
    }
}
