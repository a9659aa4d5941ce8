package org.itsmkit.change.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.itsmkit.change.risk.PastChange.Mark;
import org.itsmkit.change.risk.RiskModel.Strategy;
import org.itsmkit.change.risk.RiskModel.Weighed;
import org.itsmkit.change.risk.RiskQuestionnaire.Answer;
import org.itsmkit.change.risk.RiskQuestionnaire.Question;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Random models: sums and tables against naive ones, and that worse is never less risky. */
class RiskPropertiesTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<RiskLevel> LEVELS =
            List.of(RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.HIGH, RiskLevel.VERY_HIGH);

    private static List<String> names(String prefix, int size) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    /** Ranks that never fall: each the highest of those before it, in either direction, and chance. */
    private static int[][] ranks(Random random, int likelihoods, int impacts) {
        int[][] ranks = new int[likelihoods][impacts];
        for (int i = 0; i < likelihoods; i++) {
            for (int j = 0; j < impacts; j++) {
                int least = Math.max(i == 0 ? 1 : ranks[i - 1][j], j == 0 ? 1 : ranks[i][j - 1]);
                ranks[i][j] = Math.min(4, least + random.nextInt(8) / 5);
            }
        }
        return ranks;
    }

    private static RiskMatrix matrix(int[][] ranks) {
        List<List<RiskLevel>> rows = new ArrayList<>();
        for (int[] row : ranks) {
            List<RiskLevel> levels = new ArrayList<>();
            for (int rank : row) {
                levels.add(LEVELS.get(rank - 1));
            }
            rows.add(levels);
        }
        return new RiskMatrix("matrix", names("l", ranks.length), names("i", ranks[0].length), rows);
    }

    @Test
    void aMatrixIsItsTable() {
        Seeds.each(300, random -> {
            int[][] ranks = ranks(random, 1 + random.nextInt(6), 1 + random.nextInt(6));
            RiskMatrix matrix = matrix(ranks);
            for (int i = 0; i < ranks.length; i++) {
                for (int j = 0; j < ranks[0].length; j++) {
                    RiskFacts facts = RiskFacts.at(MARCH).with("l" + i, "i" + j);
                    assertThat(matrix.assess(facts).level().orElseThrow().rank())
                            .isEqualTo(ranks[i][j]);
                }
            }
        });
    }

    private static RiskQuestionnaire questionnaire(Random random) {
        List<Question> questions = new ArrayList<>();
        for (String code : names("q", 1 + random.nextInt(5))) {
            List<Answer> answers = new ArrayList<>();
            int points = 0;
            for (String answer : names("a", 4)) {
                points += random.nextInt(4);
                answers.add(new Answer(answer, points));
            }
            questions.add(new Question(code, code + "?", 1 + random.nextInt(5), answers));
        }
        int first = random.nextInt(20);
        ScoreLevels levels = ScoreLevels.startingAt(RiskLevel.LOW)
                .from(first, RiskLevel.MODERATE)
                .from(first + 1 + random.nextInt(20), RiskLevel.HIGH)
                .from(first + 30 + random.nextInt(20), RiskLevel.VERY_HIGH);
        return new RiskQuestionnaire("questions", questions, levels);
    }

    private static ScoreLevels falling(Random random) {
        int first = -20 + random.nextInt(20);
        return ScoreLevels.startingAt(RiskLevel.VERY_HIGH)
                .from(first, RiskLevel.HIGH)
                .from(first + 1 + random.nextInt(10), RiskLevel.LOW);
    }

    private static List<PastChange> history(Random random) {
        List<PastChange> history = new ArrayList<>();
        for (String name : names("CHG-", random.nextInt(12))) {
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            for (Mark mark : Mark.values()) {
                if (random.nextInt(4) == 0) {
                    marks.add(mark);
                }
            }
            history.add(new PastChange(name, MARCH.minusSeconds(86_400L * (random.nextInt(40) - 5)), marks));
        }
        return history;
    }

    @Test
    void aHistoryIsTheSumOfItsMarks() {
        Map<Mark, Integer> usual = new EnumMap<>(Mark.class);
        usual.put(Mark.SUCCESSFUL, 3);
        usual.put(Mark.SUCCESSFUL_WITH_ISSUES, -2);
        usual.put(Mark.BACKED_OUT, -5);
        usual.put(Mark.FAILED, -10);
        usual.put(Mark.CAUSED_INCIDENT, -5);
        usual.put(Mark.UNAUTHORISED, -2);
        Seeds.each(2_000, random -> {
            int days = 1 + random.nextInt(30);
            List<PastChange> history = history(random);
            long sum = 0;
            for (PastChange change : history) {
                long age = Duration.between(change.at(), MARCH).toDays();
                for (Mark mark : Mark.values()) {
                    if (age > 0 && age <= days && change.marks().contains(mark)) {
                        sum += usual.get(mark);
                    }
                }
            }
            RiskFinding finding = TeamHistory.of(Duration.ofDays(days), falling(random))
                    .assess(RiskFacts.at(MARCH).withHistory(history));
            assertThat(finding.score()).isEqualTo(sum);
        });
    }

    @Test
    void worseIsNeverLessRisky() {
        Seeds.each(2_000, random -> {
            int[][] ranks = ranks(random, 4, 4);
            RiskQuestionnaire questionnaire = questionnaire(random);
            TeamHistory team = TeamHistory.of(Duration.ofDays(30), falling(random));
            RiskModel model = new RiskModel(
                    LEVELS,
                    List.of(
                            new Weighed(matrix(ranks), 1 + random.nextInt(9)),
                            new Weighed(questionnaire, 1 + random.nextInt(9)),
                            new Weighed(team, 1 + random.nextInt(9))),
                    Strategy.values()[random.nextInt(2)]);
            int likelihood = random.nextInt(4);
            int impact = random.nextInt(4);
            List<PastChange> history = history(random);
            RiskFacts one = RiskFacts.at(MARCH).with("l" + likelihood, "i" + impact);
            RiskFacts worse = RiskFacts.at(MARCH)
                    .with(
                            "l" + (likelihood + random.nextInt(4 - likelihood)),
                            "i" + (impact + random.nextInt(4 - impact)));
            for (Question question : questionnaire.questions()) {
                int answer = random.nextInt(4);
                one = one.withAnswer(question.code(), "a" + answer);
                worse = worse.withAnswer(question.code(), "a" + (answer + random.nextInt(4 - answer)));
            }
            one = one.withHistory(history);
            List<PastChange> more = new ArrayList<>(history);
            more.add(PastChange.of("CHG-99", MARCH.minusSeconds(1), Mark.FAILED));
            worse = worse.withHistory(more);

            RiskLevel before = model.assess(one).level().orElseThrow();
            RiskLevel after = model.assess(worse).level().orElseThrow();
            assertThat(after.rank()).isGreaterThanOrEqualTo(before.rank());
        });
    }

    /** The mean against one that is written out: each rank as often as it weighs. */
    @Test
    void theMeanIsThatOfAllRanks() {
        Seeds.each(1_000, random -> {
            List<Weighed> weighed = new ArrayList<>();
            List<Integer> all = new ArrayList<>();
            for (String name : names("m", 1 + random.nextInt(4))) {
                int rank = 1 + random.nextInt(4);
                int weight = 1 + random.nextInt(6);
                List<String> one = List.of("x");
                weighed.add(new Weighed(
                        new RiskMatrix(name, one, one, List.of(List.of(LEVELS.get(rank - 1)))), weight));
                for (int i = 0; i < weight; i++) {
                    all.add(rank);
                }
            }
            double mean = all.stream().mapToInt(Integer::intValue).average().orElseThrow();
            RiskModel model = new RiskModel(LEVELS, weighed, Strategy.WEIGHTED_MEAN);
            assertThat(model.assess(RiskFacts.at(MARCH).with("x", "x"))
                            .level()
                            .orElseThrow()
                            .rank())
                    .isEqualTo((int) Math.floor(mean + 0.5));
        });
    }
}
