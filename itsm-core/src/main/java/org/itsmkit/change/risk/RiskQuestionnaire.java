package org.itsmkit.change.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.risk.RiskFinding.Contribution;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/**
 * Questions about a change. The score is the sum of the points of all answers, each times the weight of its question; more of it is never less
 * risky. As long as a question is not answered, nothing is said.
 *
 * @param name by {@link Keys#requireCode}
 * @param questions at least one, each with a code of its own
 * @param levels which level follows from the score; it may not fall
 */
public record RiskQuestionnaire(String name, List<Question> questions, ScoreLevels levels) implements RiskAssessor {

    /**
     * One question.
     *
     * @param code by {@link Keys#requireCode}
     * @param text as people read it
     * @param weight how much it counts, 1 to 1,000
     * @param answers at least one, each with a code of its own
     */
    public record Question(String code, String text, int weight, List<Answer> answers) {
        public Question {
            Keys.requireCode(code, "code");
            Texts.requireStorable(text, "text");
            if (weight < 1 || weight > 1_000) {
                throw new IllegalArgumentException("weight must be 1 to 1,000, not " + weight);
            }
            answers = List.copyOf(answers);
            requireEachOnce(answers.stream().map(Answer::code).toList(), "answers");
        }

        /** A question with these answers. */
        public static Question of(String code, String text, int weight, Answer... answers) {
            return new Question(code, text, weight, List.of(answers));
        }

        private Answer answer(String wanted) {
            return answers.stream()
                    .filter(answer -> answer.code().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("answers: " + code + " has no " + wanted));
        }
    }

    /**
     * One answer to a question.
     *
     * @param code by {@link Keys#requireCode}
     * @param points how risky it is, 0 to 1,000
     */
    public record Answer(String code, int points) {
        public Answer {
            Keys.requireCode(code, "code");
            if (points < 0 || points > 1_000) {
                throw new IllegalArgumentException("points must be 0 to 1,000, not " + points);
            }
        }
    }

    public RiskQuestionnaire {
        Keys.requireCode(name, "name");
        questions = List.copyOf(questions);
        requireEachOnce(questions.stream().map(Question::code).toList(), "questions");
        levels.require(true, "a higher score is never less risky");
    }

    private static void requireEachOnce(List<String> codes, String what) {
        Set<String> seen = new HashSet<>(codes);
        if (codes.isEmpty() || seen.size() < codes.size()) {
            throw new IllegalArgumentException(what + " must be one or more, each once, not " + codes);
        }
    }

    @Override
    public List<RiskLevel> possibleLevels() {
        return levels.levels();
    }

    @Override
    public RiskFinding assess(RiskFacts facts) {
        List<Contribution> contributions = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        long score = 0;
        for (Question question : questions) {
            String given = facts.answers().get(question.code());
            if (given == null) {
                missing.add(question.code());
            } else {
                long points = (long) question.weight() * question.answer(given).points();
                contributions.add(new Contribution(question.code(), given, points));
                score += points;
            }
        }
        Optional<RiskLevel> level = missing.isEmpty() ? Optional.of(levels.of(score)) : Optional.empty();
        return new RiskFinding(name, level, score, contributions, missing);
    }
}
