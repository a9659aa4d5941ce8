package org.itsmkit.kernel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;

/**
 * All that a decision may know: the moment, the tenant's settings, the record's own lifecycle, and the facts that were asked for.
 *
 * @param moment when and for whom
 * @param self the record that is decided about, or that is about to be
 * @param settings what the tenant has tailored
 * @param lifecycle the lifecycle of this kind of record, as the tenant has it
 * @param transition the row that the command takes; empty for a creation, and for what ignores the lifecycle
 * @param facts what the command asked for
 * @param number gives the next number of the kind, such as INC0000042; the same each time it is asked
 */
public record Context(
        Moment moment,
        RecordRef self,
        Settings settings,
        Lifecycle lifecycle,
        Optional<Transition> transition,
        Facts facts,
        Supplier<String> number) {

    public Context {
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(self, "self");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(transition, "transition");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(number, "number");
    }

    /** When it happens in the world. */
    public Instant at() {
        return moment.at();
    }

    /** For whom the decision is made. */
    public Caller caller() {
        return moment.caller();
    }

    /**
     * Where the lifecycle leads.
     *
     * @throws IllegalStateException for a creation, and for a command that ignores the lifecycle
     */
    public Status destination() {
        return transition
                .orElseThrow(() -> new IllegalStateException("there is no row of the lifecycle here"))
                .to();
    }

    /** Returns this context for a command that takes {@code row}. */
    public Context taking(Optional<Transition> row) {
        return new Context(moment, self, settings, lifecycle, row, facts, number);
    }

    /** Returns this context at another moment. */
    public Context at(Moment other) {
        return new Context(other, self, settings, lifecycle, transition, facts, number);
    }

    /** A refusal because of a rule. */
    public Rejection refuse(Violation violation) {
        return Rejection.of(Rejection.Reason.NOT_PERMITTED, Optional.of(self), violation);
    }
}
