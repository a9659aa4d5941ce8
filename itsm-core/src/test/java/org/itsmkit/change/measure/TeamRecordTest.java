package org.itsmkit.change.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.change.measure.RandomChanges.at;
import static org.itsmkit.change.measure.RandomChanges.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.PastChange.Mark;
import org.itsmkit.change.risk.RiskFacts;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.ScoreLevels;
import org.itsmkit.change.risk.TeamHistory;
import org.junit.jupiter.api.Test;

/** The changes of a team as risk is reckoned from them. */
class TeamRecordTest {

    private static final Map<ChangeOutcome, Integer> POINTS = Map.of(
            ChangeOutcome.SUCCESSFUL, 3,
            ChangeOutcome.SUCCESSFUL_WITH_ISSUES, -2,
            ChangeOutcome.BACKED_OUT, -5,
            ChangeOutcome.FAILED, -10);

    private static MeasuredChange made(int number, ChangeOutcome outcome, int hour) {
        return MeasuredChange.builder()
                .reference(change(number))
                .type(ChangeType.NORMAL)
                .authorised(true)
                .openedAt(at(0))
                .outcome(outcome)
                .endedAt(at(hour))
                .putLabels("team", "shop")
                .build();
    }

    @Test
    void whatWasMadeHasItsMarks() {
        MeasuredChange worst =
                made(1, ChangeOutcome.FAILED, 9).withAuthorised(false).withCausedIncident(true);
        MeasuredChange open = MeasuredChange.builder()
                .reference(change(5))
                .type(ChangeType.NORMAL)
                .authorised(true)
                .openedAt(at(0))
                .build();
        MeasuredChange cancelled = MeasuredChange.builder()
                .from(open)
                .reference(change(6))
                .cancelled(true)
                .endedAt(at(1))
                .build();

        assertThat(TeamRecord.of(Stream.of(
                        worst,
                        made(2, ChangeOutcome.SUCCESSFUL, 3),
                        made(4, ChangeOutcome.BACKED_OUT, 2),
                        made(3, ChangeOutcome.SUCCESSFUL_WITH_ISSUES, 2),
                        cancelled,
                        open)))
                .containsExactly(
                        PastChange.of("C-3", at(2), Mark.SUCCESSFUL_WITH_ISSUES),
                        PastChange.of("C-4", at(2), Mark.BACKED_OUT),
                        PastChange.of("C-2", at(3), Mark.SUCCESSFUL),
                        PastChange.of("C-1", at(9), Mark.FAILED, Mark.CAUSED_INCIDENT, Mark.UNAUTHORISED));
    }

    @Test
    void aTeamIsJudgedByItsOwnChanges() {
        List<MeasuredChange> all = List.of(
                made(1, ChangeOutcome.SUCCESSFUL, 3),
                made(2, ChangeOutcome.FAILED, 4).withLabels(Map.of("team", "network")),
                made(3, ChangeOutcome.FAILED, 5).withLabels(Map.of()));

        assertThat(TeamRecord.of("team", "shop", all.stream()))
                .containsExactly(PastChange.of("C-1", at(3), Mark.SUCCESSFUL));
        assertThat(TeamRecord.of("team", "desk", all.stream())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> TeamRecord.of("", "shop", Stream.empty()));
    }

    @Property(tries = 300)
    void theScoreOfATeamIsWhatItsChangesCountFor(@ForAll @LongRange(max = 1L << 40) long seed) {
        List<MeasuredChange> changes = new RandomChanges(seed).changes();
        long expected = 0;
        List<String> made = new ArrayList<>();
        for (MeasuredChange change : changes) {
            if (change.label("team").equals(Optional.of("shop"))
                    && change.outcome().isPresent()) {
                expected += POINTS.get(change.outcome().get());
                expected -= change.causedIncident() ? 5 : 0;
                expected -= change.authorised() ? 0 : 2;
                made.add(change.reference().id().value());
            }
        }
        List<PastChange> history = TeamRecord.of("team", "shop", changes.stream());
        TeamHistory assessor = TeamHistory.of(Duration.ofDays(90), ScoreLevels.startingAt(RiskLevel.LOW));

        assertThat(history).extracting(PastChange::name).containsExactlyInAnyOrderElementsOf(made);
        assertThat(assessor.assess(RiskFacts.at(at(60)).withHistory(history)).score())
                .isEqualTo(expected);
    }
}
