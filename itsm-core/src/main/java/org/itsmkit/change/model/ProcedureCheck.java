package org.itsmkit.change.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.risk.RiskAssessor;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.risk.RiskQuestionnaire;
import org.itsmkit.change.risk.RiskRules;
import org.itsmkit.change.risk.ScoreLevels;
import org.itsmkit.change.risk.TeamHistory;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;

/** Whether what is proposed can be kept: everything that is wrong with it is told at once. */
final class ProcedureCheck {

    /** The most parts of a procedure: rules of approval, people whom these name, levels, conditions with their values, answers. */
    static final int MOST_PARTS = 10_000;

    /** The most code points of a question, and of a text of which a condition speaks. */
    static final int TEXT_LENGTH = 255;

    private ProcedureCheck() {}

    /** What is wrong with it. */
    static List<Violation> of(ChangeProcedure procedure, Optional<Integer> failuresAllowed) {
        long parts = parts(procedure);
        return Inputs.check()
                .require(
                        parts <= MOST_PARTS,
                        "change-model.procedure-too-long",
                        "procedure",
                        "A procedure has at most " + MOST_PARTS + " parts.")
                .require(
                        parts > MOST_PARTS || texts(procedure).allMatch(ProcedureCheck::isShort),
                        "change-model.text-too-long",
                        "procedure",
                        "A question, or a text of which conditions speak, has more than " + TEXT_LENGTH
                                + " characters.")
                .require(
                        failuresAllowed
                                .map(allowed -> allowed >= 1 && allowed <= ChangeModel.MOST_FAILURES)
                                .orElse(true),
                        "change-model.failures-allowed",
                        "failuresAllowed",
                        "1 to " + ChangeModel.MOST_FAILURES + " changes may fail, or any number.")
                .violations();
    }

    private static long parts(ChangeProcedure procedure) {
        long approvals = procedure.approvals().stream()
                .map(ApprovalStep::rule)
                .mapToLong(rule -> rule.whole().count()
                        + rule.allVoters().stream()
                                .mapToLong(ProcedureCheck::parts)
                                .sum()
                        + rule.authorities().stream()
                                .mapToLong(ProcedureCheck::parts)
                                .sum())
                .sum();
        return approvals
                + procedure.risk().map(RiskModel::levels).map(List::size).orElse(0)
                + assessors(procedure).mapToLong(ProcedureCheck::parts).sum();
    }

    private static long parts(Voters voters) {
        return voters instanceof Voters.People named ? named.people().size() : 1;
    }

    private static long parts(Authority authority) {
        return authority.quorum() instanceof Quorum.Weighted weighted
                ? weighted.weights().size()
                : 1;
    }

    private static long parts(RiskAssessor assessor) {
        if (assessor instanceof RiskMatrix matrix) {
            return (long) matrix.likelihoods().size() * matrix.impacts().size();
        }
        if (assessor instanceof RiskRules rules) {
            return rules.rules().stream()
                    .flatMap(rule -> rule.when().whole())
                    .mapToLong(part -> 1 + values(part).count())
                    .sum();
        }
        if (assessor instanceof RiskQuestionnaire questionnaire) {
            return parts(questionnaire.levels())
                    + questionnaire.questions().stream()
                            .mapToLong(question -> 1 + question.answers().size())
                            .sum();
        }
        return assessor instanceof TeamHistory history ? parts(history.levels()) : 1;
    }

    private static long parts(ScoreLevels levels) {
        return 1 + levels.steps().size();
    }

    private static Stream<String> texts(ChangeProcedure procedure) {
        return assessors(procedure).flatMap(assessor -> {
            if (assessor instanceof RiskRules rules) {
                return rules.rules().stream()
                        .flatMap(rule -> rule.when().whole())
                        .flatMap(ProcedureCheck::values)
                        .flatMap(
                                value -> value instanceof FieldValue.Text text ? Stream.of(text.value()) : Stream.of());
            }
            return assessor instanceof RiskQuestionnaire questionnaire
                    ? questionnaire.questions().stream().map(RiskQuestionnaire.Question::text)
                    : Stream.of();
        });
    }

    private static Stream<RiskAssessor> assessors(ChangeProcedure procedure) {
        return procedure.risk().map(RiskModel::assessors).orElse(List.of()).stream()
                .map(RiskModel.Weighed::assessor);
    }

    private static Stream<FieldValue> values(FieldCondition part) {
        return part instanceof FieldCondition.Has has
                ? has.oneOf().stream().flatMap(ProcedureCheck::whole)
                : Stream.of();
    }

    private static Stream<FieldValue> whole(FieldValue value) {
        return value instanceof FieldValue.ListOf list
                ? Stream.concat(Stream.of(value), list.values().stream().flatMap(ProcedureCheck::whole))
                : Stream.of(value);
    }

    private static boolean isShort(String text) {
        return text.length() <= 2 * TEXT_LENGTH && text.codePointCount(0, text.length()) <= TEXT_LENGTH;
    }
}
