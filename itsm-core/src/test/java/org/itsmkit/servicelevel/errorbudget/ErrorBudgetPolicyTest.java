package org.itsmkit.servicelevel.errorbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.errorbudget.Samples.THREE_NINES;
import static org.itsmkit.servicelevel.errorbudget.Samples.decimal;

import org.itsmkit.servicelevel.errorbudget.ErrorBudgetPolicy.Decision;
import org.itsmkit.servicelevel.errorbudget.ErrorBudgetPolicy.Reason;
import org.junit.jupiter.api.Test;

class ErrorBudgetPolicyTest {

    private static final ErrorBudgetPolicy POLICY = ErrorBudgetPolicy.below(decimal("0.1"), "emergency", "fix");

    /** Of 100,000 events: 100 may be bad. */
    private static ErrorBudget bad(int count) {
        return new ErrorBudget(THREE_NINES, Tally.of(count, 100_000));
    }

    @Test
    void changesGoOnWhileEnoughRemains() {
        Decision decision = POLICY.decide(bad(90), "normal");

        assertThat(decision.isFrozen()).isFalse();
        assertThat(decision.reason()).isEqualTo(Reason.BUDGET_LEFT);
        assertThat(decision.sentence()).isEqualTo("10.00 % of the error budget remain");
    }

    @Test
    void theyAreFrozenOnceTooLittleDoes() {
        Decision decision = POLICY.decide(bad(91), "normal");

        assertThat(decision.isFrozen()).isTrue();
        assertThat(decision.reason()).isEqualTo(Reason.BUDGET_LOW);
        assertThat(decision.sentence())
                .isEqualTo("9.00 % of the error budget remain, less than 10 %: changes are frozen");
    }

    @Test
    void theyAreFrozenOnceNothingDoes() {
        assertThat(ErrorBudgetPolicy.whenSpent().decide(bad(99), "normal").isFrozen())
                .isFalse();
        assertThat(ErrorBudgetPolicy.whenSpent().decide(bad(100), "normal").reason())
                .isEqualTo(Reason.BUDGET_SPENT);
        assertThat(POLICY.decide(bad(250), "normal"))
                .isEqualTo(
                        new Decision(Reason.BUDGET_SPENT, "-150.00 % of the error budget remain: changes are frozen"));
    }

    /** All of the budget is asked for: whatever was bad freezes changes, and nothing bad does not. */
    @Test
    void allOfTheBudgetMayBeAskedFor() {
        ErrorBudgetPolicy all = ErrorBudgetPolicy.below(decimal("1"));

        assertThat(all.decide(bad(0), "normal").isFrozen()).isFalse();
        assertThat(all.decide(bad(1), "normal").reason()).isEqualTo(Reason.BUDGET_LOW);
    }

    @Test
    void thoseThatAreExemptGoOn() {
        assertThat(POLICY.decide(bad(250), "emergency").isFrozen()).isFalse();
        assertThat(POLICY.decide(bad(95), "fix").reason()).isEqualTo(Reason.EXEMPT);
        assertThat(POLICY.decide(bad(95), "fix").sentence())
                .isEqualTo("5.00 % of the error budget remain: changes are frozen, but not those of kind fix");
        assertThat(POLICY.decide(bad(5), "fix").reason()).isEqualTo(Reason.BUDGET_LEFT);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorBudgetPolicy.below(decimal("1.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorBudgetPolicy.below(decimal("-0.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorBudgetPolicy.whenSpent("no code"));
    }
}
