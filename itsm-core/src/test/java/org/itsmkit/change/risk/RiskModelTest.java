package org.itsmkit.change.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.change.risk.RiskLevel.HIGH;
import static org.itsmkit.change.risk.RiskLevel.LOW;
import static org.itsmkit.change.risk.RiskLevel.MODERATE;
import static org.itsmkit.change.risk.RiskLevel.VERY_HIGH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.change.risk.PastChange.Mark;
import org.itsmkit.change.risk.RiskModel.Strategy;
import org.itsmkit.change.risk.RiskModel.Weighed;
import org.itsmkit.change.risk.RiskQuestionnaire.Answer;
import org.itsmkit.change.risk.RiskQuestionnaire.Question;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The mail service gets a new version. */
class RiskModelTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T12:00:00Z");
    private static final RiskFacts NOTHING = RiskFacts.at(MARCH);

    private static final RiskRules RULES = new RiskRules(
            "rules",
            List.of(
                    new RiskRules.FieldRule(
                            "payroll", new FieldCondition.Has("service", List.of(FieldValue.text("payroll"))), HIGH),
                    new RiskRules.FieldRule(
                            "untested", FieldCondition.not(FieldCondition.filled("tested")), MODERATE)));

    private static final RiskQuestionnaire QUESTIONS = new RiskQuestionnaire(
            "questions",
            List.of(
                    Question.of("rollback", "Can it be taken back?", 3, new Answer("yes", 0), new Answer("no", 4)),
                    Question.of("users", "How many notice?", 1, new Answer("few", 1), new Answer("all", 5))),
            ScoreLevels.startingAt(LOW).from(5, MODERATE).from(13, HIGH));

    private static final TeamHistory HISTORY = TeamHistory.of(
            Duration.ofDays(90), ScoreLevels.startingAt(HIGH).from(-5, MODERATE).from(0, LOW));

    @Nested
    class Matrix {

        @Test
        void theStandardOneByHand() {
            RiskMatrix matrix = RiskMatrix.standard();

            assertThat(matrix.level("low", "low")).isEqualTo(LOW);
            assertThat(matrix.level("low", "medium")).isEqualTo(LOW);
            assertThat(matrix.level("low", "high")).isEqualTo(MODERATE);
            assertThat(matrix.level("medium", "low")).isEqualTo(LOW);
            assertThat(matrix.level("medium", "medium")).isEqualTo(MODERATE);
            assertThat(matrix.level("medium", "high")).isEqualTo(HIGH);
            assertThat(matrix.level("high", "low")).isEqualTo(MODERATE);
            assertThat(matrix.level("high", "medium")).isEqualTo(HIGH);
            assertThat(matrix.level("high", "high")).isEqualTo(VERY_HIGH);
        }

        @Test
        void rowsAreLikelihoodsAndColumnsImpacts() {
            RiskMatrix matrix = new RiskMatrix(
                    "wide",
                    List.of("never", "ever"),
                    List.of("a", "b", "c"),
                    List.of(List.of(LOW, LOW, MODERATE), List.of(LOW, HIGH, HIGH)));

            assertThat(matrix.level("never", "b")).isEqualTo(LOW);
            assertThat(matrix.level("ever", "b")).isEqualTo(HIGH);
        }

        @Test
        void whatIsNotKnownIsNamed() {
            RiskFinding finding = RiskMatrix.standard().assess(NOTHING);

            assertThat(finding.level()).isEmpty();
            assertThat(finding.missing()).containsExactly("likelihood", "impact");
        }

        @Test
        void gapsAndUnknownNamesAreRefused() {
            List<String> two = List.of("low", "high");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskMatrix("m", two, two, List.of(List.of(LOW, LOW))))
                    .withMessageStartingWith("rows");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskMatrix("m", two, two, List.of(List.of(LOW, LOW), List.of(LOW))))
                    .withMessageStartingWith("rows")
                    .withMessageContaining("likelihood high");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskMatrix("m", List.of("low", "low"), two, List.of()))
                    .withMessageStartingWith("likelihoods");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskMatrix("m", two, List.of(), List.of()))
                    .withMessageStartingWith("impacts");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RiskMatrix.standard().level("low", "dreadful"))
                    .withMessageStartingWith("impact must");
        }

        @Test
        void lessRiskForMoreIsRefused() {
            List<String> two = List.of("low", "high");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskMatrix("m", two, two, List.of(List.of(HIGH, LOW), List.of(HIGH, HIGH))))
                    .withMessageContaining("likelihood low and impact high");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new RiskMatrix("m", two, two, List.of(List.of(LOW, HIGH), List.of(LOW, MODERATE))))
                    .withMessageContaining("likelihood high and impact high");
        }
    }

    @Nested
    class Rules {

        @Test
        void theHighestThatHoldsCounts() {
            RiskFinding finding = RULES.assess(NOTHING.withField("service", FieldValue.text("payroll")));

            assertThat(finding.level()).contains(HIGH);
            assertThat(finding.contributions())
                    .extracting(RiskFinding.Contribution::of)
                    .containsExactly("payroll", "untested");
        }

        @Test
        void whereNoneHoldsNothingIsSaid() {
            RiskFinding finding = RULES.assess(NOTHING.withField("tested", FieldValue.flag(true)));

            assertThat(finding.level()).isEmpty();
            assertThat(finding.missing()).isEmpty();
            assertThat(finding.sentences()).containsExactly("rules says nothing.");
        }

        @Test
        void whatIsDoneIsNoMatterOfRisk() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskRules.FieldRule("r", FieldCondition.doing(Action.of("close")), LOW))
                    .withMessageStartingWith("when");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskRules("r", List.of()))
                    .withMessage("no rules");
            RiskRules.FieldRule rule = RULES.rules().get(0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskRules("r", List.of(rule, rule)))
                    .withMessageContaining("payroll");
        }
    }

    @Nested
    class Questions {

        @Test
        void pointsAreWeighted() {
            RiskFinding worst =
                    QUESTIONS.assess(NOTHING.withAnswer("rollback", "no").withAnswer("users", "few"));

            assertThat(worst.score()).isEqualTo(13);
            assertThat(worst.level()).contains(HIGH);
            assertThat(worst.sentences())
                    .containsExactly(
                            "questions: rollback is no, which counts +12.",
                            "questions: users is few, which counts +1.",
                            "questions says high.");
            assertThat(QUESTIONS
                            .assess(NOTHING.withAnswer("rollback", "yes").withAnswer("users", "few"))
                            .level())
                    .contains(LOW);
            assertThat(QUESTIONS
                            .assess(NOTHING.withAnswer("rollback", "yes").withAnswer("users", "all"))
                            .level())
                    .contains(MODERATE);
        }

        @Test
        void aQuestionWithoutAnAnswerIsNamed() {
            RiskFinding finding = QUESTIONS.assess(NOTHING.withAnswer("users", "all"));

            assertThat(finding.level()).isEmpty();
            assertThat(finding.missing()).containsExactly("rollback");
            assertThat(finding.sentences()).contains("questions says nothing, as it is not known: rollback.");
        }

        @Test
        void whatMakesNoSenseIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> QUESTIONS.assess(NOTHING.withAnswer("users", "nobody")))
                    .withMessage("answers: users has no nobody");
            Question question = QUESTIONS.questions().get(0);
            ScoreLevels falling = ScoreLevels.startingAt(HIGH).from(1, LOW);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskQuestionnaire("q", List.of(question), falling))
                    .withMessageStartingWith("levels");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskQuestionnaire("q", List.of(question, question), QUESTIONS.levels()))
                    .withMessageStartingWith("questions");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskQuestionnaire("q", List.of(), QUESTIONS.levels()))
                    .withMessageStartingWith("questions");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Question.of("q", "?", 0, new Answer("yes", 1)))
                    .withMessageStartingWith("weight");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Question.of("q", "?", 1))
                    .withMessageStartingWith("answers");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Answer("yes", -1))
                    .withMessageStartingWith("points");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScoreLevels.startingAt(LOW).from(3, HIGH).from(3, HIGH))
                    .withMessageStartingWith("steps");
        }
    }

    @Nested
    class History {

        private RiskFinding history(PastChange... changes) {
            return HISTORY.assess(NOTHING.withHistory(List.of(changes)));
        }

        @Test
        void everyMarkCountsAsIsUsual() {
            Instant day = MARCH.minus(Duration.ofDays(1));
            Map<Mark, Long> points = Map.of(
                    Mark.SUCCESSFUL, 3L,
                    Mark.SUCCESSFUL_WITH_ISSUES, -2L,
                    Mark.BACKED_OUT, -5L,
                    Mark.FAILED, -10L,
                    Mark.CAUSED_INCIDENT, -5L,
                    Mark.UNAUTHORISED, -2L);
            for (Mark mark : Mark.values()) {
                assertThat(history(PastChange.of("CHG-1", day, mark)).score()).isEqualTo(points.get(mark));
            }
        }

        @Test
        void allMarksOfAllChangesAreSummedUp() {
            Instant day = MARCH.minus(Duration.ofDays(1));
            RiskFinding finding = history(
                    PastChange.of("CHG-2", day, Mark.SUCCESSFUL),
                    PastChange.of("CHG-1", day, Mark.BACKED_OUT, Mark.UNAUTHORISED));

            assertThat(finding.score()).isEqualTo(-4);
            assertThat(finding.level()).contains(MODERATE);
            assertThat(finding.sentences())
                    .containsExactly(
                            "history: CHG-1 is backed out, unauthorised, which counts -7.",
                            "history: CHG-2 is successful, which counts +3.",
                            "history says moderate.");
        }

        @Test
        void theWindowIsHalfOpen() {
            Instant first = MARCH.minus(Duration.ofDays(90));

            assertThat(history(PastChange.of("CHG-1", first, Mark.FAILED)).score())
                    .isEqualTo(-10);
            assertThat(history(PastChange.of("CHG-1", first.minusNanos(1_000), Mark.FAILED))
                            .score())
                    .isZero();
            assertThat(history(PastChange.of("CHG-1", MARCH, Mark.FAILED)).score())
                    .isZero();
            assertThat(history(PastChange.of("CHG-1", MARCH.minusNanos(1_000), Mark.FAILED))
                            .score())
                    .isEqualTo(-10);
        }

        @Test
        void whatMakesNoSenseIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TeamHistory.of(Duration.ZERO, HISTORY.levels()))
                    .withMessageStartingWith("window");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TeamHistory.of(Duration.ofDays(1), QUESTIONS.levels()))
                    .withMessageStartingWith("levels");
            assertThat(new PastChange("CHG-1", MARCH, Set.of()).marks()).isEmpty();
        }
    }

    @Nested
    class Together {

        private final RiskFacts facts = NOTHING.with("low", "high")
                .withField("service", FieldValue.text("payroll"))
                .withAnswer("rollback", "yes")
                .withAnswer("users", "few");

        @Test
        void theHighestCounts() {
            RiskAssessment assessment = RiskModel.highestOf(RiskMatrix.standard(), RULES, QUESTIONS, HISTORY)
                    .assess(facts);

            assertThat(assessment.level()).contains(HIGH);
            assertThat(assessment.decidedBy()).containsExactly("rules");
            assertThat(assessment.sentences())
                    .startsWith(
                            "The risk is high: the highest, said by rules.",
                            "matrix: likelihood is low.",
                            "matrix: impact is high.",
                            "matrix says moderate.",
                            "rules: payroll is high.")
                    .endsWith("questions says low.", "history says low.");
        }

        @Test
        void theMeanIsWeightedAndRoundedHalfUp() {
            RiskModel highest = RiskModel.highestOf(RULES);
            // moderate, high: (2 · 1 + 3 · 1) / 2 = 2.5
            RiskAssessment half = highest.weighted(new Weighed(RiskMatrix.standard(), 1), new Weighed(RULES, 1))
                    .assess(facts);
            // (2 · 2 + 3 · 1) / 3 = 2.33…
            RiskAssessment third = highest.weighted(new Weighed(RiskMatrix.standard(), 2), new Weighed(RULES, 1))
                    .assess(facts);

            assertThat(half.level()).contains(HIGH);
            assertThat(third.level()).contains(MODERATE);
            assertThat(third.decidedBy()).containsExactly("matrix", "rules");
            assertThat(third.sentences()).startsWith("The risk is moderate: the weighted mean of matrix, rules.");
        }

        @Test
        void whoHasNothingToSayDoesNotCount() {
            RiskModel model = RiskModel.highestOf(RULES)
                    .weighted(new Weighed(RULES, 1_000), new Weighed(RiskMatrix.standard(), 1));
            RiskFacts tested = NOTHING.with("low", "low").withField("tested", FieldValue.flag(true));

            assertThat(model.assess(tested).level()).contains(LOW);
            assertThat(model.assess(tested).decidedBy()).containsExactly("matrix");
            RiskAssessment silent = RiskModel.highestOf(RULES).assess(tested);
            assertThat(silent.level()).isEmpty();
            assertThat(silent.decidedBy()).isEmpty();
            assertThat(silent.sentences()).startsWith("Nothing can be said of the risk.");
        }

        @Test
        void asLongAsSomethingIsMissingThereIsNoLevel() {
            RiskAssessment assessment =
                    RiskModel.highestOf(RULES, QUESTIONS).assess(NOTHING.withAnswer("users", "all"));

            assertThat(assessment.level()).isEmpty();
            assertThat(assessment.missing()).containsExactly("rollback");
            assertThat(assessment.sentences()).startsWith("The risk is not known, as it is missing: rollback.");
        }

        @Test
        void whatMakesNoSenseIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RiskModel.highestOf())
                    .withMessage("no assessors");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RiskModel.highestOf(RULES, RULES))
                    .withMessageContaining("two are called rules");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new RiskModel(List.of(LOW, MODERATE), List.of(new Weighed(RULES, 1)), Strategy.HIGHEST))
                    .withMessageStartingWith("assessors");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskModel(List.of(LOW, HIGH), List.of(), Strategy.HIGHEST))
                    .withMessageStartingWith("levels");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Weighed(RULES, 0))
                    .withMessageStartingWith("weight");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskLevel(0, "none"))
                    .withMessageStartingWith("rank");
        }
    }
}
