package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.change.Slot;
import org.itsmkit.fixture.Company;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.governance.principle.PrincipleFinding;
import org.itsmkit.governance.principle.PrincipleFinding.Answer;
import org.itsmkit.governance.principle.Principles;
import org.itsmkit.governance.principle.Undertaking;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketTask;
import org.itsmkit.ticket.Worksheet;
import org.junit.jupiter.api.Test;

/** The guiding principles, asked of changes. */
class ChangeUndertakingsTest {

    private final Company company = Company.open();

    private Change change() {
        return company.draft().record();
    }

    private Change plannedFrom(Instant from) {
        return change().withSlot(new Slot(new Window(from, from.plus(Duration.ofHours(2))), Optional.empty()));
    }

    private static TicketTask task(String id, boolean isOwned) {
        return new TicketTask(
                TaskId.of(id),
                "Task " + id,
                true,
                Set.of(),
                Optional.empty(),
                isOwned ? Optional.of(CARLA) : Optional.empty(),
                TicketTask.State.OPEN);
    }

    private static List<String> concerns(Undertaking undertaking) {
        return Principles.check(undertaking).stream()
                .filter(finding -> finding.answer() == Answer.CONCERN)
                .map(PrincipleFinding::sentence)
                .toList();
    }

    @Test
    void whatIsMadeAtTheSameTimeIsABatch() {
        Instant tonight = company.clock.instant().plus(Duration.ofHours(12));
        List<Change> planned = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            planned.add(plannedFrom(tonight));
        }
        planned.add(plannedFrom(tonight.plusSeconds(60)));
        planned.add(change());

        Undertaking undertaking = ChangeUndertakings.of(planned.get(0), planned, 2);

        assertThat(undertaking.batchSize())
                .as("those of tonight, itself among them")
                .contains(5);
        assertThat(concerns(undertaking))
                .containsExactly(
                        "It rests on no record: an opinion so far.",
                        "5 at once, where 2 are usual: more than 2 times as many.");
        assertThat(ChangeUndertakings.of(change(), planned, 2).batchSize())
                .as("what is not planned is made alone")
                .contains(1);
    }

    @Test
    void tasksAreStepsAndSomebodySeesToThem() {
        Change change = company.draft(BEN, "Replace the disk").record();
        Worksheet sheet = new Worksheet(
                Optional.empty(), List.of(task("t-1", true), task("t-2", false)), List.of(), List.of(), 2);
        Change tasked = change.withTicket(change.ticket().withWorksheet(sheet));

        assertThat(concerns(ChangeUndertakings.of(tasked, List.of(), 1)))
                .contains("Nobody sees to these steps: Task t-2.");
    }

    @Test
    void whatAChangeDoesNotSayStaysUnknown() {
        Undertaking undertaking = ChangeUndertakings.of(change(), List.of(), 1);

        List<PrincipleFinding> findings = Principles.check(undertaking);
        for (Principle principle : List.of(
                Principle.FOCUS_ON_VALUE,
                Principle.COLLABORATE_AND_PROMOTE_VISIBILITY,
                Principle.THINK_AND_WORK_HOLISTICALLY,
                Principle.KEEP_IT_SIMPLE_AND_PRACTICAL,
                Principle.OPTIMISE_AND_AUTOMATE)) {
            assertThat(Principles.standing(principle, findings))
                    .as("%s", principle)
                    .isEqualTo(Answer.UNKNOWN);
        }
        assertThat(concerns(undertaking.withIsBaselineMeasured(false)))
                .contains("What is there was not measured: nobody will know whether it became better.");
    }
}
