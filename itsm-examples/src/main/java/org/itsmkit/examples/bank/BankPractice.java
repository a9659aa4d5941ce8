package org.itsmkit.examples.bank;

import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;

/** How changes go at the bank that are drafted by no change model. */
public final class BankPractice {

    /** Two engineers who neither want the change nor make it. */
    public static final Authority FOUR_EYES =
            Authority.of("four-eyes", Voters.members(Bank.ENGINEERING), Quorum.count(2));

    /** Whoever is on duty; what they let pass is looked back on. */
    public static final Authority ON_DUTY = Authority.of("on-duty", Voters.holders(Bank.DUTY_MANAGER), Quorum.any())
            .withReviewAfterwards();

    private BankPractice() {}

    /** Normal changes by four eyes, and with the veto of who sees to risk from a high one on; emergencies by who is on duty. */
    public static ChangePractice standard() {
        return ChangePractice.standard().with(normal()).with(emergency());
    }

    private static ChangeProcedure normal() {
        return ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .risk(RiskModel.highestOf(RiskMatrix.standard()))
                .addApprovals(
                        ApprovalStep.of(FOUR_EYES),
                        ApprovalStep.of(FOUR_EYES.withVeto(Voters.holders(Bank.RISK_OFFICER)))
                                .from(RiskLevel.HIGH))
                .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT)
                .mustBeScheduled(true)
                .build();
    }

    private static ChangeProcedure emergency() {
        return ChangeProcedure.of(ChangeType.EMERGENCY).withApprovals(ApprovalStep.of(ON_DUTY));
    }
}
