package org.itsmkit.change.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.risk.RiskAssessor;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.risk.RiskQuestionnaire;
import org.itsmkit.change.risk.RiskRules;
import org.itsmkit.change.risk.ScoreLevels;
import org.itsmkit.change.risk.TeamHistory;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

/** How much a procedure may hold, and which texts. */
class ProcedureCheckTest {

    private static List<String> codes(ChangeProcedure procedure) {
        return ProcedureCheck.of(procedure, Optional.empty()).stream()
                .map(Violation::code)
                .toList();
    }

    private static ChangeProcedure approvedBy(ApprovalRule rule) {
        return ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .addApprovals(ApprovalStep.of(rule))
                .build();
    }

    private static ChangeProcedure assessedBy(RiskAssessor... assessors) {
        return ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .risk(RiskModel.highestOf(assessors))
                .build();
    }

    private static PersonId[] people(int many) {
        return IntStream.range(0, many).mapToObj(i -> PersonId.of("p" + i)).toArray(PersonId[]::new);
    }

    private static RiskRules.FieldRule rule(String name, FieldCondition when) {
        return new RiskRules.FieldRule(name, when, RiskLevel.HIGH);
    }

    private static RiskRules speaksOf(FieldValue... values) {
        return new RiskRules("rules", List.of(rule("one", new FieldCondition.Has("service", List.of(values)))));
    }

    private static RiskQuestionnaire asks(String text, int answers) {
        return new RiskQuestionnaire(
                "questions",
                List.of(new RiskQuestionnaire.Question(
                        "one",
                        text,
                        1,
                        IntStream.range(0, answers)
                                .mapToObj(i -> new RiskQuestionnaire.Answer("a" + i, 1))
                                .toList())),
                ScoreLevels.startingAt(RiskLevel.LOW));
    }

    private static ScoreLevels steps(int many) {
        ScoreLevels.Step[] steps = new ScoreLevels.Step[many];
        Arrays.setAll(steps, i -> new ScoreLevels.Step(i, RiskLevel.LOW));
        return new ScoreLevels(RiskLevel.LOW, List.of(steps));
    }

    private static RiskMatrix square(int side) {
        List<String> names = IntStream.range(0, side).mapToObj(i -> "n" + i).toList();
        List<RiskLevel> row =
                IntStream.range(0, side).mapToObj(i -> RiskLevel.LOW).toList();
        return new RiskMatrix(
                "matrix",
                names,
                names,
                IntStream.range(0, side).mapToObj(i -> row).toList());
    }

    @Test
    void whatIsUsualIsKept() {
        assertThat(codes(ChangeProcedure.of(ChangeType.STANDARD))).isEmpty();
        assertThat(codes(approvedBy(ApprovalRule.allOf(
                        Authority.cab(Quorum.percent(50)).withVeto(Voters.holders("security")),
                        Authority.changeManager()))))
                .isEmpty();
        assertThat(codes(assessedBy(
                        RiskMatrix.standard(),
                        speaksOf(FieldValue.text("mail"), FieldValue.list(List.of(FieldValue.text("web")))),
                        asks("Has it been done before?", 3),
                        TeamHistory.of(Duration.ofDays(90), steps(3)))))
                .isEmpty();
    }

    @Test
    void soManyPeopleAreNotNamed() {
        assertThat(codes(approvedBy(Authority.peer(Voters.people(people(9_000))))))
                .isEmpty();
        assertThat(codes(approvedBy(Authority.peer(Voters.people(people(10_000))))))
                .containsExactly("change-model.procedure-too-long");
        assertThat(codes(approvedBy(Authority.changeManager().withVeto(Voters.people(people(10_000))))))
                .containsExactly("change-model.procedure-too-long");
        Map<PersonId, Integer> weights = new HashMap<>();
        Arrays.stream(people(10_000)).forEach(person -> weights.put(person, 2));
        assertThat(codes(approvedBy(Authority.cab(Quorum.weighted(weights, 3)))))
                .containsExactly("change-model.procedure-too-long");
    }

    @Test
    void riskIsFoundInFewerSteps() {
        assertThat(codes(assessedBy(square(90)))).isEmpty();
        assertThat(codes(assessedBy(square(100)))).containsExactly("change-model.procedure-too-long");
        assertThat(codes(assessedBy(asks("one", 9_000)))).isEmpty();
        assertThat(codes(assessedBy(asks("one", 10_000)))).containsExactly("change-model.procedure-too-long");
        assertThat(codes(assessedBy(TeamHistory.of(Duration.ofDays(1), steps(9_000)))))
                .isEmpty();
        assertThat(codes(assessedBy(TeamHistory.of(Duration.ofDays(1), steps(10_000)))))
                .containsExactly("change-model.procedure-too-long");
        assertThat(codes(assessedBy(
                        new RiskQuestionnaire("questions", asks("one", 1).questions(), steps(10_000)))))
                .containsExactly("change-model.procedure-too-long");
    }

    @Test
    void conditionsSpeakOfFewerValues() {
        FieldValue[] values = new FieldValue[10_000];
        Arrays.setAll(values, FieldValue::number);

        assertThat(codes(assessedBy(speaksOf(Arrays.copyOf(values, 9_000))))).isEmpty();
        assertThat(codes(assessedBy(speaksOf(values)))).containsExactly("change-model.procedure-too-long");
        FieldValue[] lists = new FieldValue[10];
        Arrays.fill(lists, FieldValue.list(List.of(Arrays.copyOf(values, 1_000))));
        assertThat(codes(assessedBy(speaksOf(lists)))).containsExactly("change-model.procedure-too-long");
    }

    @Test
    void textsAreShort() {
        String longest = "😀".repeat(255);
        assertThat(codes(assessedBy(speaksOf(FieldValue.text(longest))))).isEmpty();
        assertThat(codes(assessedBy(speaksOf(FieldValue.text(longest + ".")))))
                .containsExactly("change-model.text-too-long");
        FieldCondition tooLong =
                new FieldCondition.Has("service", List.of(FieldValue.list(List.of(FieldValue.text("x".repeat(256))))));
        assertThat(codes(assessedBy(new RiskRules("rules", List.of(rule("one", FieldCondition.not(tooLong)))))))
                .containsExactly("change-model.text-too-long");
        assertThat(codes(assessedBy(asks("x".repeat(255), 1)))).isEmpty();
        assertThat(codes(assessedBy(asks("x".repeat(256), 1)))).containsExactly("change-model.text-too-long");
    }
}
