package org.itsmkit.ticket;

import io.vavr.control.Either;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketTask.State;

/**
 * What may be wanted of the tasks under a ticket of any kind. Refused with {@code task.unknown} for a task that is not there, and with
 * {@code task.over} where one is done or skipped already.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TaskCommand<R extends Ticketed<R>> extends Command<R> {

    /** The group that this gives a task to, if it does. */
    default Optional<GroupId> toGroup() {
        return Optional.empty();
    }

    /** The person whom this gives a task to, if it does. */
    default Optional<PersonId> toPerson() {
        return Optional.empty();
    }

    @Override
    default Needs needs(R record) {
        return toGroup()
                .map(Needs::group)
                .orElse(Needs.none())
                .and(toPerson().map(Needs::person).orElse(Needs.none()));
    }

    /**
     * Add a task; at most {@link Worksheet#MOST_TASKS}.
     *
     * @param id one that no other task of the ticket has
     * @param title in one line, 1 to 255 code points
     * @param mandatory whether the ticket is not resolved before this is done or skipped
     * @param after the tasks that must be over before this can start
     */
    record Add<R extends Ticketed<R>>(
            TaskId id,
            String title,
            boolean mandatory,
            Set<TaskId> after,
            Optional<GroupId> group,
            Optional<PersonId> person)
            implements TaskCommand<R> {
        public Add {
            after = Set.copyOf(after);
        }

        /** Add a task that must be done and that nobody has yet. */
        public Add(TaskId id, String title, TaskId... after) {
            this(id, title, true, Set.of(after), Optional.empty(), Optional.empty());
        }

        @Override
        public Action action() {
            return TicketAction.PLAN_TASKS;
        }

        @Override
        public Optional<GroupId> toGroup() {
            return group;
        }

        @Override
        public Optional<PersonId> toPerson() {
            return person;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().line("title", title, TicketDraft.TITLE_LENGTH);
            return few(inputs, after).violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            return new WorkDecision<>(record, context)
                    .require(
                            sheet.tasks().size() < Worksheet.MOST_TASKS,
                            "task.too-many",
                            "most",
                            Integer.toString(Worksheet.MOST_TASKS),
                            "A ticket has at most " + Worksheet.MOST_TASKS + " tasks.")
                    .require(sheet.task(id).isEmpty(), "task.taken", "tasks", id.value(), "There is a task " + id + ".")
                    .none(unknown(sheet, after), "task.unknown", "There are no such tasks")
                    .to(new WorkEvent.TaskAdded<R>(
                            new TicketTask(id, title, mandatory, after, group, person, State.OPEN)));
        }
    }

    /** Say after which others a task comes; all that was said before is forgotten. Only while nobody has begun it. */
    record Order<R extends Ticketed<R>>(TaskId task, Set<TaskId> after) implements TaskCommand<R> {
        public Order {
            after = Set.copyOf(after);
        }

        @Override
        public Action action() {
            return TicketAction.PLAN_TASKS;
        }

        @Override
        public List<Violation> check(Context context) {
            return few(Inputs.check(), after).violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(sheet, task);
            return decision.none(unknown(sheet, after), "task.unknown", "There are no such tasks")
                    .require(
                            found.map(t -> t.state() == State.OPEN).orElse(true),
                            "task.begun",
                            "tasks",
                            task.value(),
                            "Task " + task + " was begun already.")
                    .require(
                            !TaskOrder.wouldCircle(sheet.tasks(), task, after),
                            "task.circle",
                            "tasks",
                            task.value(),
                            "Task " + task + " would come after itself.")
                    .unlessNothingChanges(
                            found.map(t -> !t.after().equals(after)).orElse(false),
                            new WorkEvent.TaskOrdered<R>(task, after));
        }
    }

    /** Give a task to a group, to a person of it, or back to nobody. */
    record Assign<R extends Ticketed<R>>(TaskId task, Optional<GroupId> group, Optional<PersonId> person)
            implements TaskCommand<R> {
        @Override
        public Action action() {
            return TicketAction.PLAN_TASKS;
        }

        @Override
        public Optional<GroupId> toGroup() {
            return group;
        }

        @Override
        public Optional<PersonId> toPerson() {
            return person;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(record.ticket().worksheetOrBlank(), task);
            boolean changes = found.map(
                            t -> !t.group().equals(group) || !t.assignee().equals(person))
                    .orElse(false);
            return notOver(decision, found, changes)
                    .unlessNothingChanges(changes, new WorkEvent.TaskAssigned<R>(task, group, person));
        }
    }

    /** Take a task away, and say why. Refused while others come after it. */
    record Remove<R extends Ticketed<R>>(TaskId task, String reason) implements TaskCommand<R> {
        @Override
        public Action action() {
            return TicketAction.PLAN_TASKS;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(sheet, task);
            List<TaskId> followers = sheet.tasks().stream()
                    .filter(t -> t.after().contains(task))
                    .map(TicketTask::id)
                    .toList();
            return notOver(decision, found, true)
                    .none(followers, "task.needed", "These tasks come after it")
                    .to(new WorkEvent.TaskRemoved<R>(task, reason));
        }
    }

    /** Begin a task, once all that it comes after is done or skipped. */
    record Start<R extends Ticketed<R>>(TaskId task) implements TaskCommand<R> {
        @Override
        public Action action() {
            return TicketAction.DO_TASK;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(sheet, task);
            boolean changes = !isIn(found, State.STARTED);
            return ready(notOver(decision, found, changes), sheet, found, changes)
                    .unlessNothingChanges(changes, new WorkEvent.TaskStarted<R>(task));
        }
    }

    /** Say that a task is done, whether or not anybody said that it was begun. */
    record Finish<R extends Ticketed<R>>(TaskId task, Optional<String> note) implements TaskCommand<R> {

        /** Say that a task is done, and nothing more. */
        public Finish(TaskId task) {
            this(task, Optional.empty());
        }

        @Override
        public Action action() {
            return TicketAction.DO_TASK;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("note", note.orElse(""), TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(sheet, task);
            boolean changes = !isIn(found, State.DONE);
            return ready(notOver(decision, found, changes), sheet, found, changes)
                    .unlessNothingChanges(changes, new WorkEvent.TaskFinished<R>(task, note));
        }
    }

    /** Say that a task need not be done, and why; whatever it comes after. */
    record Skip<R extends Ticketed<R>>(TaskId task, String reason) implements TaskCommand<R> {
        @Override
        public Action action() {
            return TicketAction.DO_TASK;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TicketTask> found = decision.task(record.ticket().worksheetOrBlank(), task);
            boolean changes = !isIn(found, State.SKIPPED);
            return notOver(decision, found, changes)
                    .unlessNothingChanges(changes, new WorkEvent.TaskSkipped<R>(task, reason));
        }
    }

    private static boolean isIn(Optional<TicketTask> task, State state) {
        return task.map(t -> t.state() == state).orElse(false);
    }

    private static Inputs few(Inputs inputs, Set<TaskId> after) {
        return inputs.require(
                after.size() < Worksheet.MOST_TASKS,
                "task.too-many",
                "after",
                "A ticket has at most " + Worksheet.MOST_TASKS + " tasks.");
    }

    private static Collection<TaskId> unknown(Worksheet sheet, Set<TaskId> tasks) {
        return tasks.stream().filter(id -> sheet.task(id).isEmpty()).toList();
    }

    private static <R extends Ticketed<R>> WorkDecision<R> notOver(
            WorkDecision<R> decision, Optional<TicketTask> task, boolean changes) {
        task.filter(t -> changes && t.state().isOver())
                .ifPresent(t -> decision.none(List.of(t.id()), "task.over", "This task is done or skipped already"));
        return decision;
    }

    private static <R extends Ticketed<R>> WorkDecision<R> ready(
            WorkDecision<R> decision, Worksheet sheet, Optional<TicketTask> task, boolean changes) {
        task.filter(t -> changes && !t.state().isOver())
                .ifPresent(t -> decision.none(
                        sheet.unfinishedBefore(t), "task.not-yet", "These tasks must be done or skipped first"));
        return decision;
    }
}
