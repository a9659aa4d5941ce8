package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the story tells in figures comes out again if one reckons it by hand of its records. */
class TwoAssessmentsFiguresTest {

    private PlayedAssessments played;

    @BeforeEach
    void play() throws IOException {
        played = new PlayedAssessments();
    }

    @AfterEach
    void close() {
        played.close();
    }

    @Test
    void theMedianTimeToRestoreIsTheOneInTheMiddle() {
        List<Duration> spring = sorted(PlayedAssessments.FIRST, PlayedAssessments.SECOND);
        List<Duration> autumn = sorted(PlayedAssessments.THIRD, PlayedAssessments.FOURTH);

        assertThat(spring).hasSize(25);
        assertThat(spring.get(12)).isEqualTo(Duration.ofMinutes(200));
        assertThat(played.told()).contains("Median time to restore service: 3 h 20 min, 25 cases.");
        assertThat(autumn).hasSize(24);
        assertThat(autumn.get(11).plus(autumn.get(12)).dividedBy(2))
                .isBetween(Duration.ofMinutes(97), Duration.ofMinutes(98));
        assertThat(played.told()).contains("Median time to restore service: 1 h 37 min, 24 cases.");
    }

    private List<Duration> sorted(Instant from, Instant to) {
        return played.resolved(from, to)
                .map(Stored::record)
                .map(PlayedAssessments::toRestore)
                .sorted()
                .toList();
    }

    @Test
    void whatCameBackIsWhatItsJournalSays() {
        assertThat(played.told())
                .contains("Resolved incidents that had come back: "
                        + played.cameBack(PlayedAssessments.FIRST, PlayedAssessments.SECOND) + " of 25 (20.0 %)")
                .contains("Resolved incidents that had come back: "
                        + played.cameBack(PlayedAssessments.THIRD, PlayedAssessments.FOURTH) + " of 24 (12.5 %)");
    }

    @Test
    void changesWentAsTheirResultsSay() {
        List<Change> spring = made(PlayedAssessments.FIRST, PlayedAssessments.SECOND);
        long well = spring.stream()
                .map(change -> change.result().orElseThrow().outcome())
                .filter(outcome -> outcome != ChangeOutcome.FAILED && outcome != ChangeOutcome.BACKED_OUT)
                .count();
        List<Long> hours = made(PlayedAssessments.THIRD, PlayedAssessments.FOURTH).stream()
                .filter(change -> change.type() != ChangeType.EMERGENCY)
                .map(change -> Duration.between(
                                change.ticket().openedAt(),
                                change.result().orElseThrow().to())
                        .toHours())
                .sorted()
                .toList();

        assertThat(played.told())
                .contains("Changes that did what they were to do: " + well + " of " + spring.size() + " (77.7 %)");
        assertThat(played.told()).contains("median " + (hours.get(4) + hours.get(5)) / 2 + " h of " + hours.size());
    }

    private List<Change> made(Instant from, Instant to) {
        return played.all(Changes.KIND).stream()
                .map(Stored::record)
                .filter(change -> change.result()
                        .map(result ->
                                !result.to().isBefore(from) && result.to().isBefore(to))
                        .orElse(false))
                .toList();
    }

    @Test
    void levelsFollowFromTheEvidenceThatIsValid() {
        List<Assessment> both = played.all(Assessments.KIND).stream()
                .map(Stored::record)
                .sorted(Comparator.comparing(Assessment::number))
                .toList();
        Map<String, Integer> spring = levels(both.get(0));
        Map<String, Integer> autumn = levels(both.get(1));

        assertThat(played.told())
                .contains("The levels are " + said(spring) + ".")
                .contains("The levels are " + said(autumn) + ".");
        assertThat(spring.values().stream().min(Comparator.naturalOrder())).contains(1);
        assertThat(autumn.values().stream().min(Comparator.naturalOrder())).contains(1);
        assertThat(autumn.entrySet().stream()
                        .filter(entry -> entry.getValue() == 1)
                        .map(Map.Entry::getKey))
                .containsExactly("service-desk");
        assertThat(played.told()).contains("The system is at level 1, held back by service-desk.");
    }

    private static String said(Map<String, Integer> levels) {
        return levels.toString().replace("{", "").replace("}", "").replace('=', ' ');
    }

    private static Map<String, Integer> levels(Assessment assessment) {
        Map<String, Integer> levels = new TreeMap<>();
        for (ScopeItem item : assessment.scope()) {
            int level = 0;
            while (isAllShown(assessment, item.subject(), level + 1)) {
                level++;
            }
            levels.put(item.subject(), level);
        }
        return levels;
    }

    private static boolean isAllShown(Assessment assessment, String subject, int level) {
        Instant at = assessment.result().orElseThrow().at();
        return Criteria.of(subject).stream()
                .filter(criterion -> criterion.level() == level)
                .map(Criterion::code)
                .allMatch(code -> assessment.evidence().stream()
                        .filter(one -> one.criterion().equals(code))
                        .anyMatch(one -> !at.isBefore(one.at()) && at.isBefore(one.validUntil())));
    }
}
