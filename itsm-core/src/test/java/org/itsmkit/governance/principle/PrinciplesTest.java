package org.itsmkit.governance.principle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.FRIDA;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.itsmkit.governance.principle.PrincipleFinding.Answer;
import org.itsmkit.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seven guiding principles, asked of data. */
class PrinciplesTest {

    private static Undertaking.Builder good() {
        return Undertaking.of("Test changes first")
                .outcome("Accounting has mail that works")
                .isBaselineMeasured(true)
                .isReuseConsidered(true)
                .batchSize(4)
                .typicalBatchSize(2)
                .feedbackEvery(Duration.ofDays(30))
                .addSteps(good("write the test"))
                .stakeholders(Set.of("accounting", "operations"))
                .visibleTo(Set.of("accounting", "operations", "everybody"))
                .dimensions(Thresholds.standard().dimensions())
                .recordsBehind(12);
    }

    private static UndertakenStep good(String name) {
        return UndertakenStep.of(name)
                .outcome("it is known whether it works")
                .hasOwner(true)
                .isManual(true)
                .timesAMonth(19)
                .isAutomatable(true)
                .build();
    }

    private static PrincipleFinding finding(String code, Undertaking undertaking) {
        return finding(code, undertaking, Thresholds.standard());
    }

    private static PrincipleFinding finding(String code, Undertaking undertaking, Thresholds thresholds) {
        return Principles.check(undertaking, thresholds).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void assertConcern(String code, Undertaking undertaking, String data, String sentence) {
        PrincipleFinding finding = finding(code, undertaking);
        assertThat(finding.answer()).as(code).isEqualTo(Answer.CONCERN);
        assertThat(finding.data()).hasToString(data);
        assertThat(finding.sentence()).isEqualTo(sentence);
    }

    @Test
    void nothingSpeaksAgainstWhatIsGood() {
        List<PrincipleFinding> findings = Principles.check(good().build());

        assertThat(findings).extracting(PrincipleFinding::answer).containsOnly(Answer.OK);
        assertThat(findings).extracting(PrincipleFinding::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Principle.class)
    void ofWhatNothingIsKnownNothingIsGood(Principle principle) {
        List<PrincipleFinding> findings =
                Principles.check(Undertaking.of("Something").build());

        assertThat(Principles.standing(principle, findings)).isEqualTo(Answer.UNKNOWN);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.answer()).isEqualTo(Answer.UNKNOWN);
            assertThat(finding.data()).containsOnlyKeys("missing");
        });
        assertThat(Principles.standing(principle, Principles.check(good().build())))
                .isEqualTo(Answer.OK);
        assertThat(Principles.standing(principle, List.of())).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void focusOnValue() {
        assertConcern(
                "outcome", good().outcome(" ").build(), "{outcome=false}", "It serves no outcome that anybody wants.");
        assertConcern(
                "step-outcomes",
                good().addSteps(good("fill in the form").withOutcome("")).build(),
                "{steps=fill in the form}",
                "Nothing comes of these steps: fill in the form.");
    }

    @Test
    void startWhereYouAre() {
        assertConcern(
                "baseline",
                good().isBaselineMeasured(false).build(),
                "{baseline=false}",
                "What is there was not measured: nobody will know whether it became better.");
        assertConcern(
                "reuse",
                good().isReuseConsidered(false).build(),
                "{reuse=false}",
                "Nobody asked what of what is there can be used.");
        assertConcern(
                "evidence",
                good().recordsBehind(0).build(),
                "{recordsBehind=0}",
                "It rests on no record: an opinion so far.");
    }

    @Test
    void progressIterativelyWithFeedback() {
        assertConcern(
                "batch-size",
                good().batchSize(5).build(),
                "{batchSize=5, batchTimes=2, typicalBatchSize=2}",
                "5 at once, where 2 are usual: more than 2 times as many.");
        assertConcern(
                "feedback",
                good().feedbackEvery(Duration.ofDays(31)).build(),
                "{feedbackEvery=PT744H, feedbackWithin=PT720H}",
                "Those who are served are asked after PT744H, later than after PT720H.");
    }

    @Test
    void collaborateAndPromoteVisibility() {
        assertConcern(
                "step-owners",
                good().addSteps(good("clean up").withHasOwner(false)).build(),
                "{steps=clean up}",
                "Nobody sees to these steps: clean up.");
        assertConcern(
                "visibility",
                good().visibleTo(Set.of("operations")).build(),
                "{stakeholders=accounting}",
                "It concerns these, who cannot see it: accounting.");
    }

    @Test
    void thinkAndWorkHolistically() {
        assertConcern(
                "dimensions",
                good().dimensions(Set.of("information-and-technology", "partners-and-suppliers"))
                        .build(),
                "{dimensions=organisations-and-people, value-streams-and-processes}",
                "These dimensions were not considered: organisations-and-people, value-streams-and-processes.");
    }

    @Test
    void keepItSimpleAndPractical() {
        Undertaking long16 =
                good().addAllSteps(Collections.nCopies(15, good("sign"))).build();

        assertConcern("steps", long16, "{mostSteps=15, steps=16}", "16 steps, more than 15: which can be left out?");
        assertThat(finding("steps", long16, Thresholds.standard().withMostSteps(16))
                        .answer())
                .isEqualTo(Answer.OK);
    }

    @Test
    void optimiseAndAutomate() {
        UndertakenStep often = good("copy the list").withTimesAMonth(20);
        assertConcern(
                "manual-steps",
                good().addSteps(often).build(),
                "{steps=copy the list}",
                "These steps are done by hand, 20 times a month or more, and a machine could do them: copy the list.");
        for (UndertakenStep fine :
                List.of(often.withIsManual(false), often.withIsAutomatable(false), often.withTimesAMonth(19))) {
            assertThat(finding("manual-steps", good().addSteps(fine).build()).answer())
                    .isEqualTo(Answer.OK);
        }
    }

    @Test
    void whatIsKnownToBeWrongWeighsMoreThanWhatIsUnknown() {
        UndertakenStep unknown = UndertakenStep.of("ask").build();
        PrincipleFinding open = finding("step-owners", good().addSteps(unknown).build());
        assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(open.data()).hasToString("{missing=ask}");

        Undertaking both =
                good().addSteps(unknown, good("wait").withHasOwner(false)).build();
        assertThat(finding("step-owners", both).answer()).isEqualTo(Answer.CONCERN);
    }

    @Test
    void aHostSetsItsOwnThresholds() {
        Thresholds strict = Thresholds.standard().withBatchTimes(BigDecimal.ONE);

        assertThat(finding("batch-size", good().build(), strict).answer()).isEqualTo(Answer.CONCERN);
        assertThatIllegalArgumentException().isThrownBy(() -> strict.withMostSteps(0));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good().batchSize(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good().feedbackEvery(Duration.ZERO).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Undertaking.of(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UndertakenStep.of("s").timesAMonth(-1).build());
    }

    @Test
    void aDecisionCitesPrinciplesWithReasons() {
        Citation simple = new Citation(Principle.KEEP_IT_SIMPLE_AND_PRACTICAL, "one form instead of three");
        Decision good = decision(simple);
        assertThat(good.violations()).isEmpty();

        assertThat(decision(new Citation(Principle.FOCUS_ON_VALUE, "  ")).violations())
                .extracting(Violation::code)
                .containsExactly("decision.cited-without-reason");
        assertThat(decision(simple, simple).violations())
                .extracting(Violation::code)
                .containsExactly("decision.cited-twice");
        assertThat(new Decision("", Collections.nCopies(21, "no"), List.of(), FRIDA, Instant.EPOCH).violations())
                .extracting(Violation::code)
                .containsExactly("text.missing", "list.too-long");
    }

    private static Decision decision(Citation... citations) {
        return new Decision("Test first", List.of("Hire testers"), List.of(citations), FRIDA, Instant.EPOCH);
    }
}
