package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.util.Set;
import org.itsmkit.spi.Keys;

/**
 * What follows for changes from what remains of an error budget: they are frozen once it is gone, or once less than a share of it remains, but for
 * those that are exempt.
 *
 * @param freezeBelow frozen if less than this share remains, 0 to 1; 0 for only when the budget is gone
 * @param exempt the kinds of changes that are never frozen, such as emergency changes and fixes of what burns the budget
 */
public record ErrorBudgetPolicy(BigDecimal freezeBelow, Set<String> exempt) {

    public ErrorBudgetPolicy {
        if (freezeBelow.signum() < 0 || freezeBelow.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + freezeBelow);
        }
        exempt = Set.copyOf(exempt);
        exempt.forEach(kind -> Keys.requireCode(kind, "kind of change"));
    }

    /** Frozen once nothing remains. */
    public static ErrorBudgetPolicy whenSpent(String... exempt) {
        return new ErrorBudgetPolicy(BigDecimal.ZERO, Set.of(exempt));
    }

    /** Frozen once less than {@code share} remains, and once nothing does. */
    public static ErrorBudgetPolicy below(BigDecimal share, String... exempt) {
        return new ErrorBudgetPolicy(share, Set.of(exempt));
    }

    /** Why a change may go on or not. */
    public enum Reason {
        /** Enough remains. */
        BUDGET_LEFT,
        /** Its kind is exempt, though others are frozen. */
        EXEMPT,
        /** Less remains than the policy asks for. */
        BUDGET_LOW,
        /** Nothing remains. */
        BUDGET_SPENT
    }

    /**
     * An answer.
     *
     * @param reason why
     * @param sentence the same in words, with what remains in per cent, rounded down
     */
    public record Decision(Reason reason, String sentence) {

        /** Whether the change must wait. */
        public boolean isFrozen() {
            return reason == Reason.BUDGET_LOW || reason == Reason.BUDGET_SPENT;
        }
    }

    /** Decides on a change of this kind, exactly. */
    public Decision decide(ErrorBudget budget, String kind) {
        boolean isLow = budget.isBelow(freezeBelow);
        Reason reason = budget.isSpent() ? Reason.BUDGET_SPENT : isLow ? Reason.BUDGET_LOW : Reason.BUDGET_LEFT;
        if (reason != Reason.BUDGET_LEFT && exempt.contains(kind)) {
            reason = Reason.EXEMPT;
        }
        String remains = budget.remainingShare(4).movePointRight(2).toPlainString() + " % of the error budget remain";
        return new Decision(
                reason,
                remains
                        + switch (reason) {
                            case BUDGET_LEFT -> "";
                            case EXEMPT -> ": changes are frozen, but not those of kind " + kind;
                            case BUDGET_LOW ->
                                ", less than "
                                        + freezeBelow
                                                .movePointRight(2)
                                                .stripTrailingZeros()
                                                .toPlainString() + " %: changes are frozen";
                            case BUDGET_SPENT -> ": changes are frozen";
                        });
    }
}
