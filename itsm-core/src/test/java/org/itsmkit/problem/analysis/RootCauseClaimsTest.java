package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.FiveWhys.Why;
import org.itsmkit.problem.analysis.Ishikawa.Branch;
import org.itsmkit.problem.analysis.Ishikawa.Standing;
import org.junit.jupiter.api.Test;

class RootCauseClaimsTest {

    private static final String CAUSE = "new disks are not monitored";
    private static final Why WHY = Why.of("Why?", CAUSE).inOurControl();
    private static final Evidence PLAN = Evidence.of("the plan");

    private static String code(String cause, Analysis... analyses) {
        return RootCauseClaims.objectionTo(cause, List.of(analyses))
                .map(Violation::code)
                .orElse("");
    }

    @Test
    void aRootCauseComesOutOfAnAnalysisWithEvidence() {
        assertThat(code(CAUSE)).isEqualTo("root-cause.no-analysis");
        assertThat(code("sunspots", FiveWhys.of("Mail", WHY.shownBy(PLAN)))).isEqualTo("root-cause.not-a-candidate");
        assertThat(code(CAUSE, FiveWhys.of("Mail", WHY))).isEqualTo("root-cause.no-evidence");
        assertThat(code(CAUSE, FiveWhys.of("Mail", WHY.shownBy(PLAN)))).isEmpty();
        assertThat(code(" New disks\nare not  MONITORED", FiveWhys.of("Mail", WHY.shownBy(PLAN))))
                .isEmpty();
    }

    @Test
    void countsAloneAreNotEnough() {
        assertThat(code(CAUSE, Pareto.of("disks", Map.of(CAUSE, 100L)))).isEqualTo("root-cause.no-evidence");
    }

    @Test
    void oneOfSeveralAnalysesIsEnoughAndTheSurestIsTheGround() {
        Analysis likely = Ishikawa.of("Mail", CategoryScheme.FOUR_S)
                .with("systems", Branch.of(CAUSE).found(Standing.LIKELY, PLAN));
        Analysis sure = FiveWhys.of("Mail", WHY.shownBy(PLAN));

        assertThat(code(CAUSE, FiveWhys.of("Mail", WHY), likely)).isEmpty();
        assertThat(RootCauseClaims.groundOf(CAUSE, List.of(likely, sure)))
                .hasValueSatisfying(ground -> assertThat(ground.technique()).isEqualTo(Technique.FIVE_WHYS));
        assertThat(RootCauseClaims.groundOf(CAUSE, List.of(likely, likely, FiveWhys.of("Mail", WHY))))
                .hasValueSatisfying(ground -> assertThat(ground.technique()).isEqualTo(Technique.ISHIKAWA));
    }

    @Test
    void ofEquallySureOnesTheFirstIsTheGround() {
        Analysis verified = Ishikawa.of("Mail", CategoryScheme.FOUR_S)
                .with("systems", Branch.of(CAUSE).found(Standing.VERIFIED, PLAN));
        Analysis shown = FiveWhys.of("Mail", WHY.shownBy(PLAN));

        assertThat(RootCauseClaims.groundOf(CAUSE, List.of(verified, shown)).map(CauseCandidate::technique))
                .contains(Technique.ISHIKAWA);
        assertThat(RootCauseClaims.groundOf(CAUSE, List.of(shown, verified)).map(CauseCandidate::technique))
                .contains(Technique.FIVE_WHYS);
    }

    @Test
    void noCandidateIsMoreThanSuspectedWithoutEvidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CauseCandidate("x", Confidence.SUPPORTED, List.of(), Technique.PARETO, "because"));
    }
}
