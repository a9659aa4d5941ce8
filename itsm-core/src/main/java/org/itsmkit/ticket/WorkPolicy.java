package org.itsmkit.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/** The rules about what is planned and spent under tickets. */
final class WorkPolicy {

    private static final String MANDATORY_TASKS = "mandatory-tasks-are-over";

    private WorkPolicy() {}

    static <R extends Ticketed<R>> List<Rule<R>> rules() {
        return List.of(workerIsKnown(), taskGroupIsKnown(), taskAssigneeIsMemberOfGroup(), mandatoryTasksAreOver());
    }

    /** Who is given a task, or spent time, exists. */
    static <R extends Ticketed<R>> Rule<R> workerIsKnown() {
        return Rule.of(
                "worker-is-known",
                Set.of(TicketAction.PLAN_TASKS, TicketAction.RECORD_TIME),
                p -> worker(p)
                        .map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "There is no such person.");
    }

    /** A task is given only to a group that exists. */
    static <R extends Ticketed<R>> Rule<R> taskGroupIsKnown() {
        return Rule.of(
                "task-group-is-known",
                Set.of(TicketAction.PLAN_TASKS),
                p -> group(p).map(g -> p.context().facts().group(g).isEmpty()).orElse(false),
                "There is no such group.");
    }

    /** Who is given a task is a member of the group that is given it. */
    static <R extends Ticketed<R>> Rule<R> taskAssigneeIsMemberOfGroup() {
        return Rule.of(
                "task-assignee-is-member-of-group",
                Set.of(TicketAction.PLAN_TASKS),
                p -> group(p).filter(g -> p.context().facts().group(g).isPresent())
                        .flatMap(g -> worker(p)
                                .filter(person ->
                                        p.context().facts().person(person).isPresent())
                                .map(person -> !p.context().facts().isMember(person, g)))
                        .orElse(false),
                "The person is not a member of the group.");
    }

    /** Nothing is called resolved or over that has mandatory tasks neither done nor skipped. */
    static <R extends Ticketed<R>> Rule<R> mandatoryTasksAreOver() {
        return new Rule<>(
                MANDATORY_TASKS,
                Set.of(),
                p -> p.context()
                        .transition()
                        .filter(WorkPolicy::brings)
                        .flatMap(row -> p.record())
                        .map(r -> r.ticket().worksheetOrBlank().openMandatory())
                        .filter(tasks -> !tasks.isEmpty())
                        .map(tasks -> {
                            String named = WorkDecision.named(
                                    tasks.stream().map(TicketTask::id).toList());
                            return new Violation(
                                    Rule.codeOf(MANDATORY_TASKS),
                                    Map.of("rule", MANDATORY_TASKS, "tasks", named),
                                    "These tasks must be done or skipped first: " + named + ".");
                        }));
    }

    private static boolean brings(Transition row) {
        return !row.stays()
                && switch (row.to().phase()) {
                    case RESOLVED, CLOSED -> true;
                    case NEW, ACTIVE, WAITING, CANCELLED -> false;
                };
    }

    private static Optional<PersonId> worker(Proposal<?> proposal) {
        return proposal.intention(TaskCommand.class)
                .flatMap(c -> ((TaskCommand<?>) c).toPerson())
                .or(() -> proposal.intention(TimeCommand.Record.class)
                        .flatMap(c -> ((TimeCommand.Record<?>) c).person()));
    }

    private static Optional<GroupId> group(Proposal<?> proposal) {
        return proposal.intention(TaskCommand.class).flatMap(c -> ((TaskCommand<?>) c).toGroup());
    }
}
