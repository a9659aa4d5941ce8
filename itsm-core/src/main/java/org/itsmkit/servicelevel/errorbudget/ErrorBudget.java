package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;

/**
 * What an objective leaves to go wrong: {@code (1 − target) · total}, of which what was bad is consumed. The objective is met as long as what
 * remains is not negative. All in the unit of the indicator, exactly.
 *
 * @param objective whose budget it is
 * @param tally what was bad, and of how much; not of nothing
 */
public record ErrorBudget(Objective objective, Tally tally) {

    public ErrorBudget {
        Objects.requireNonNull(objective, "objective");
        if (tally.isNothing()) {
            throw new IllegalArgumentException("nothing happened of which some could be bad");
        }
    }

    /**
     * The budget of a period as it is known at some instant, by {@link Indicator#soFar}; empty if there is nothing yet of which some could be bad.
     */
    public static Optional<ErrorBudget> of(Objective objective, Indicator indicator, Window period, Instant at) {
        Tally known = indicator.soFar(period, at);
        return known.isNothing() ? Optional.empty() : Optional.of(new ErrorBudget(objective, known));
    }

    /** How much may be bad; positive. */
    public BigDecimal allowed() {
        return objective.allowance().multiply(new BigDecimal(tally.total()));
    }

    /** How much was bad. */
    public BigDecimal consumed() {
        return new BigDecimal(tally.bad());
    }

    /** How much may yet be bad: negative if more was than may be. */
    public BigDecimal remaining() {
        return allowed().subtract(consumed());
    }

    /**
     * {@code remaining / allowed}: 1 if nothing was bad, negative if too much was.
     *
     * @param digits how many digits after the point; others are rounded down, below zero away from it
     */
    public BigDecimal remainingShare(int digits) {
        return remaining().divide(allowed(), digits, RoundingMode.FLOOR);
    }

    /** Whether nothing remains. The objective is still met if not more than all is gone. */
    public boolean isSpent() {
        return remaining().signum() <= 0;
    }

    /** Whether more is gone than there was: whether the objective is missed. */
    public boolean isOverspent() {
        return remaining().signum() < 0;
    }

    /** Whether less than this share of the budget remains, exactly. */
    public boolean isBelow(BigDecimal share) {
        return remaining().compareTo(share.multiply(allowed())) < 0;
    }
}
