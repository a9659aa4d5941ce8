package org.itsmkit.examples.bank;

import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Slot;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;

/** What is permitted with a change at the bank, besides what the kit says. */
public final class BankPolicy {

    private static final Set<ChangeType> THAT_CAN_WAIT = Set.of(ChangeType.NORMAL, ChangeType.STANDARD);

    private BankPolicy() {}

    /** The rules of the kit, and those of the bank. */
    public static Policy<Change> of(Policy<Change> standard) {
        return standard.with(notAtTheEndOfAQuarter()).with(reviewedBySomebodyElse());
    }

    /** Nothing is planned for, nor begun in, the last three days of a quarter, unless it is an emergency. What was begun before goes on. */
    static Rule<Change> notAtTheEndOfAQuarter() {
        return Rule.of(
                "not-at-the-end-of-a-quarter",
                Set.of(
                        ChangeLifecycle.SCHEDULE,
                        ChangeLifecycle.SUBMIT,
                        ChangeLifecycle.BEGIN,
                        ChangeLifecycle.IMPLEMENT),
                p -> p.record()
                        .filter(change -> THAT_CAN_WAIT.contains(change.type()))
                        .map(change -> isAtTheEnd(p, change))
                        .orElse(false),
                "The books are closed in the last three days of a quarter; only emergencies are made then.");
    }

    private static boolean isAtTheEnd(Proposal<Change> proposal, Change change) {
        if (proposal.action().equals(ChangeLifecycle.SCHEDULE)) {
            return proposal.intention(PlanningCommand.Schedule.class)
                    .map(PlanningCommand.Schedule::window)
                    .filter(QuarterEnd::touches)
                    .isPresent();
        }
        if (proposal.action().equals(ChangeLifecycle.SUBMIT)) {
            return change.slot().map(Slot::window).filter(QuarterEnd::touches).isPresent();
        }
        return change.begunAt().isEmpty()
                && QuarterEnd.contains(proposal.context().at());
    }

    /** Four eyes afterwards too: whoever made a change does not look back on it, nor does anybody who speaks for them. */
    static Rule<Change> reviewedBySomebodyElse() {
        return Rule.of(
                "reviewed-by-somebody-else",
                Set.of(ChangeLifecycle.REVIEW),
                p -> p.record()
                        .flatMap(Change::result)
                        .map(result -> isOrSpeaksFor(p.context().caller(), result.by()))
                        .orElse(false),
                "Somebody looks back on a change who did not make it.");
    }

    private static boolean isOrSpeaksFor(Caller caller, PersonId person) {
        return caller.person().equals(person) || caller.onBehalfOf().equals(Optional.of(person));
    }
}
