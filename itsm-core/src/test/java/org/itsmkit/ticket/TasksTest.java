package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.TicketTask.State;
import org.junit.jupiter.api.Test;

/** Tasks under a ticket: what comes after what, and what must be done. */
class TasksTest {

    private static final TaskId LOOK = TaskId.of("look");
    private static final TaskId ORDER = TaskId.of("order");
    private static final TaskId MOUNT = TaskId.of("mount");
    private static final TaskId BASKET = TaskId.of("basket");

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private Worksheet sheet() {
        return company.now(id).record().ticket().worksheetOrBlank();
    }

    private State state(TaskId task) {
        return sheet().task(task).orElseThrow().state();
    }

    private void add(TaskId task, TaskId... after) {
        company.does(id, new TaskCommand.Add<>(task, "Task " + task, after));
    }

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    private List<String> refusal(Command<Incident> command) {
        return codes(company.refused(id, command));
    }

    @Test
    void aTaskStartsWhenAllBeforeItAreDoneOrSkipped() {
        add(LOOK);
        add(ORDER);
        add(MOUNT, LOOK, ORDER);
        assertThat(sheet().startable()).extracting(TicketTask::id).containsExactly(LOOK, ORDER);

        Rejection early = company.refused(id, new TaskCommand.Start<>(MOUNT));
        assertThat(early.code()).isEqualTo("task.not-yet");
        assertThat(early.violations().get(0).arguments()).containsEntry("tasks", "look, order");
        company.does(id, new TaskCommand.Start<>(LOOK));
        company.does(id, new TaskCommand.Finish<>(LOOK));
        // To call it done needs no less than to begin it.
        assertThat(refusal(new TaskCommand.Finish<>(MOUNT))).containsExactly("task.not-yet");
        company.does(id, new TaskCommand.Skip<>(ORDER, "there was one in the cupboard"));
        company.does(id, new TaskCommand.Start<>(MOUNT));
        company.does(id, new TaskCommand.Finish<>(MOUNT, Optional.of("went well")));

        assertThat(state(LOOK)).isEqualTo(State.DONE);
        assertThat(state(ORDER)).isEqualTo(State.SKIPPED);
        assertThat(state(MOUNT)).isEqualTo(State.DONE);
        assertThat(company.events(id))
                .containsExactly(
                        "logged",
                        "task-added",
                        "task-added",
                        "task-added",
                        "task-started",
                        "task-finished",
                        "task-skipped",
                        "task-started",
                        "task-finished");
    }

    @Test
    void whatIsSoAlreadyLeavesNoEvent() {
        add(LOOK);
        company.does(id, new TaskCommand.Start<>(LOOK));
        long version = company.now(id).version();
        company.does(id, new TaskCommand.Start<>(LOOK));
        company.does(id, new TaskCommand.Assign<>(LOOK, Optional.empty(), Optional.empty()));
        assertThat(company.now(id).version()).isEqualTo(version);
        company.does(id, new TaskCommand.Finish<>(LOOK));
        company.does(id, new TaskCommand.Finish<>(LOOK));
        assertThat(company.now(id).version()).isEqualTo(version + 1);
    }

    @Test
    void whatIsOverStaysOver() {
        add(LOOK);
        add(ORDER);
        company.does(id, new TaskCommand.Finish<>(LOOK));
        company.does(id, new TaskCommand.Skip<>(ORDER, "not needed"));
        assertThat(refusal(new TaskCommand.Start<>(LOOK))).containsExactly("task.over");
        assertThat(refusal(new TaskCommand.Skip<>(LOOK, "never mind"))).containsExactly("task.over");
        assertThat(refusal(new TaskCommand.Finish<>(ORDER))).containsExactly("task.over");
        assertThat(refusal(new TaskCommand.Remove<>(LOOK, "never mind"))).containsExactly("task.over");
        assertThat(refusal(new TaskCommand.Assign<>(LOOK, Optional.of(OPERATIONS), Optional.empty())))
                .containsExactly("task.over");
    }

    @Test
    void tasksThatAreNotThereAreTold() {
        add(LOOK);
        for (Command<Incident> command : List.<Command<Incident>>of(
                new TaskCommand.Start<>(MOUNT),
                new TaskCommand.Finish<>(MOUNT),
                new TaskCommand.Skip<>(MOUNT, "why not"),
                new TaskCommand.Remove<>(MOUNT, "why not"),
                new TaskCommand.Assign<>(MOUNT, Optional.empty(), Optional.empty()),
                new TaskCommand.Order<>(MOUNT, Set.of()),
                new TaskCommand.Order<>(LOOK, Set.of(MOUNT)),
                new TaskCommand.Add<>(ORDER, "Order one", MOUNT))) {
            assertThat(refusal(command)).as("%s", command).containsExactly("task.unknown");
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        add(LOOK);
        assertThat(refusal(new TaskCommand.Add<>(LOOK, "Look again", MOUNT)))
                .containsExactly("task.taken", "task.unknown");
        company.does(id, new TaskCommand.Start<>(LOOK));
        assertThat(refusal(new TaskCommand.Order<>(LOOK, Set.of(LOOK, MOUNT))))
                .containsExactly("task.unknown", "task.begun", "task.circle");
    }

    @Test
    void noTaskComesAfterItself() {
        add(LOOK);
        add(ORDER, LOOK);
        add(MOUNT, ORDER);
        assertThat(refusal(new TaskCommand.Order<>(LOOK, Set.of(MOUNT)))).containsExactly("task.circle");
        assertThat(refusal(new TaskCommand.Order<>(LOOK, Set.of(LOOK)))).containsExactly("task.circle");
        company.does(id, new TaskCommand.Order<>(MOUNT, Set.of()));
        company.does(id, new TaskCommand.Order<>(LOOK, Set.of(MOUNT)));
        assertThat(sheet().tasksInOrder()).extracting(TicketTask::id).containsExactly(MOUNT, LOOK, ORDER);
    }

    @Test
    void aTaskThatOthersComeAfterIsNotTakenAway() {
        add(LOOK);
        add(ORDER, LOOK);
        Rejection refusal = company.refused(id, new TaskCommand.Remove<>(LOOK, "not needed"));
        assertThat(refusal.code()).isEqualTo("task.needed");
        assertThat(refusal.violations().get(0).arguments()).containsEntry("tasks", "order");
        company.does(id, new TaskCommand.Remove<>(ORDER, "there is one"));
        company.does(id, new TaskCommand.Remove<>(LOOK, "nor this"));
        assertThat(company.now(id).record().ticket().worksheet()).isEmpty();
    }

    @Test
    void tasksAreGivenToPeopleWhoExist() {
        add(LOOK);
        assertThat(refusal(new TaskCommand.Assign<>(LOOK, Optional.of(BASEMENT), Optional.of(GUS))))
                .containsExactly("rule:worker-is-known", "rule:task-group-is-known");
        assertThat(refusal(new TaskCommand.Assign<>(LOOK, Optional.of(OPERATIONS), Optional.of(BEN))))
                .containsExactly("rule:task-assignee-is-member-of-group");
        assertThat(refusal(new TaskCommand.Add<>(ORDER, "Order", true, Set.of(), Optional.empty(), Optional.of(GUS))))
                .containsExactly("rule:worker-is-known");
        company.does(id, new TaskCommand.Assign<>(LOOK, Optional.of(OPERATIONS), Optional.of(CARLA)));
        assertThat(sheet().task(LOOK).orElseThrow().assignee()).contains(CARLA);
    }

    @Test
    void nothingIsResolvedWhileSomethingMustBeDone() {
        add(LOOK);
        company.does(
                id,
                new TaskCommand.Add<>(BASKET, "Send a basket", false, Set.of(), Optional.empty(), Optional.empty()));
        IncidentCommand.Resolve resolve = new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted");

        Rejection refusal = company.refused(id, resolve);

        assertThat(codes(refusal)).containsExactly("rule:mandatory-tasks-are-over");
        assertThat(refusal.violations().get(0).arguments()).containsEntry("tasks", "look");
        assertThat(company.itsm.incidents().availableActions(caller(DORA), id))
                .filteredOn(offer -> offer.action().equals(IncidentLifecycle.RESOLVE))
                .singleElement()
                .extracting(Offer::refusal)
                .isEqualTo(Optional.of(refusal));
        // To wait, or to give it up, is another matter.
        assertThat(company.itsm
                        .incidents()
                        .preview(caller(DORA), id, new TicketCommand.Cancel<>("no incident"))
                        .isRight())
                .isTrue();
        company.does(id, new TaskCommand.Skip<>(LOOK, "the requester looked"));
        company.does(id, resolve);
        // What need not be done can be done afterwards.
        company.does(id, new TaskCommand.Finish<>(BASKET));
        company.does(id, new TicketCommand.Close<>());
    }

    @Test
    void aTenantMayResolveNonetheless() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addRulesOff("incident/mandatory-tasks-are-over")
                        .build()));
        add(LOOK);
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        company.does(id, new TicketCommand.Close<>());
    }

    @Test
    void aChangeIsNotImplementedWhileSomethingMustBeDone() {
        RecordId change = company.draft().id();
        company.changes(DORA, change, new TaskCommand.Add<>(LOOK, "Look"));
        company.changes(DORA, change, new ChangeCommand.Authorise("go"));
        assertThat(codes(company.refusedChange(BEN, change, new ChangeCommand.Implement("as planned"))))
                .containsExactly("rule:mandatory-tasks-are-over");
        company.changes(BEN, change, new TaskCommand.Finish<>(LOOK));
        company.changes(BEN, change, new ChangeCommand.Implement("as planned"));
    }

    @Test
    void thereAreTwoHundredTasksAtMost() {
        List<Command<Incident>> all = IntStream.range(0, Worksheet.MOST_TASKS)
                .mapToObj(i -> new TaskCommand.Add<Incident>(TaskId.of("t" + i), "Task " + i))
                .<Command<Incident>>map(add -> add)
                .toList();
        done(company.itsm.incidents().submitAll(caller(DORA), id, all, Options.none()));
        assertThat(refusal(new TaskCommand.Add<>(LOOK, "One more"))).containsExactly("task.too-many");
        Rejection resolve = company.refused(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
        assertThat(resolve.violations().get(0).arguments().get("tasks")).endsWith("and 190 more");
        Set<TaskId> tooMany = IntStream.range(0, 5_000)
                .mapToObj(i -> TaskId.of("x" + i))
                .collect(java.util.stream.Collectors.toSet());
        Rejection order = company.refused(id, new TaskCommand.Order<>(TaskId.of("t0"), tooMany));
        assertThat(order.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(codes(order)).containsExactly("task.too-many");
    }

    @Test
    void aTitleSaysSomethingInOneLine() {
        assertThat(refusal(new TaskCommand.Add<>(LOOK, "\u200b "))).containsExactly("text.missing");
        assertThat(refusal(new TaskCommand.Add<>(LOOK, "a\nb"))).containsExactly("text.not-one-line");
        assertThat(refusal(new TaskCommand.Add<>(LOOK, "x".repeat(256)))).containsExactly("text.too-long");
    }
}
