package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is planned, spent and enclosed under a ticket, and the template that it began with. All of it is bounded, so that a ticket
 * stays small; what was taken away again stands in the journal alone.
 *
 * @param template the name of the template by which the ticket was logged, if it was by one
 * @param tasks in the order in which they were added
 * @param times in the order in which they were recorded
 * @param attachments in the order in which they were enclosed
 * @param lastNumber the number that an entry of time or an attachment was given last; 0 if none was
 */
public record Worksheet(
        Optional<String> template,
        List<TicketTask> tasks,
        List<TimeEntry> times,
        List<Attachment> attachments,
        int lastNumber) {

    /** The most tasks under a ticket. */
    public static final int MOST_TASKS = 200;
    /** The most entries of time of a ticket. */
    public static final int MOST_TIMES = 1_000;
    /** The most attachments of a ticket. */
    public static final int MOST_ATTACHMENTS = 200;

    private static final Worksheet BLANK = new Worksheet(Optional.empty(), List.of(), List.of(), List.of(), 0);

    public Worksheet {
        Objects.requireNonNull(template, "template");
        tasks = List.copyOf(tasks);
        times = List.copyOf(times);
        attachments = List.copyOf(attachments);
    }

    /** Nothing planned, spent or enclosed. */
    public static Worksheet blank() {
        return BLANK;
    }

    /** A blank one of a ticket that was logged by that template. */
    public static Worksheet of(Optional<String> template) {
        return new Worksheet(template, List.of(), List.of(), List.of(), 0);
    }

    /** Whether there is nothing on it, and never was a number given. */
    public boolean isBlank() {
        return equals(BLANK);
    }

    /** The task of that id, if there is one. */
    public Optional<TicketTask> task(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The tasks in an order in which they can be done: each behind all that it comes after, else as they were added. */
    public List<TicketTask> tasksInOrder() {
        return TaskOrder.of(tasks);
    }

    /** Those tasks that nobody has begun and that could be begun, in the order in which they were added. */
    public List<TicketTask> startable() {
        return tasks.stream()
                .filter(task -> task.state() == TicketTask.State.OPEN)
                .filter(task -> unfinishedBefore(task).isEmpty())
                .toList();
    }

    /** Those mandatory tasks that are neither done nor skipped, in the order in which they were added. */
    public List<TicketTask> openMandatory() {
        return tasks.stream()
                .filter(task -> task.mandatory() && !task.state().isOver())
                .toList();
    }

    /** What must be done or skipped before {@code task} can be started. */
    List<TaskId> unfinishedBefore(TicketTask task) {
        return tasks.stream()
                .filter(other ->
                        task.after().contains(other.id()) && !other.state().isOver())
                .map(TicketTask::id)
                .toList();
    }

    /** The entry of time of that number, if there is one. */
    public Optional<TimeEntry> time(int number) {
        return times.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** What the entries of time come to. */
    public TimeTotals totals() {
        return TimeTotals.of(times);
    }

    /** The attachment of that number, if there is one. */
    public Optional<Attachment> attachment(int number) {
        return attachments.stream()
                .filter(attachment -> attachment.number() == number)
                .findFirst();
    }

    /**
     * What of this is not internal to the provider: without entries of time and internal attachments. The last number is that of the
     * last attachment that is left.
     */
    public Worksheet withoutInternal() {
        List<Attachment> open = attachments.stream()
                .filter(attachment -> !attachment.isInternal())
                .toList();
        int last = open.stream().mapToInt(Attachment::number).max().orElse(0);
        return new Worksheet(template, tasks, List.of(), open, last);
    }

    Worksheet withTask(TicketTask task) {
        return new Worksheet(template, with(tasks, task), times, attachments, lastNumber);
    }

    Worksheet changing(TaskId id, UnaryOperator<TicketTask> change) {
        return new Worksheet(
                template,
                tasks.stream()
                        .map(task -> task.id().equals(id) ? change.apply(task) : task)
                        .toList(),
                times,
                attachments,
                lastNumber);
    }

    Worksheet withoutTask(TaskId id) {
        return new Worksheet(
                template,
                tasks.stream().filter(task -> !task.id().equals(id)).toList(),
                times,
                attachments,
                lastNumber);
    }

    Worksheet withTime(TimeEntry entry) {
        return new Worksheet(template, tasks, with(times, entry), attachments, Math.max(lastNumber, entry.number()));
    }

    Worksheet withoutTime(int number) {
        return new Worksheet(
                template,
                tasks,
                times.stream().filter(entry -> entry.number() != number).toList(),
                attachments,
                lastNumber);
    }

    Worksheet withAttachment(Attachment attachment) {
        return new Worksheet(
                template, tasks, times, with(attachments, attachment), Math.max(lastNumber, attachment.number()));
    }

    Worksheet withoutAttachment(int number) {
        return new Worksheet(
                template,
                tasks,
                times,
                attachments.stream()
                        .filter(attachment -> attachment.number() != number)
                        .toList(),
                lastNumber);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
