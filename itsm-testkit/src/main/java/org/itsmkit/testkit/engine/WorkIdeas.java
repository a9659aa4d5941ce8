package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.Cost;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketTask;
import org.itsmkit.ticket.TicketTask.State;
import org.itsmkit.ticket.Ticketed;
import org.itsmkit.ticket.TimeCommand;
import org.itsmkit.ticket.Worksheet;

/** What people come up with about tasks, time and attachments, each with what is wrong with it. */
final class WorkIdeas {

    /** Few, so that they meet again. */
    private static final List<TaskId> IDS =
            List.of(TaskId.of("look"), TaskId.of("order"), TaskId.of("mount"), TaskId.of("test"));

    private final Random random;

    WorkIdeas(Random random) {
        this.random = random;
    }

    /** Whether something that must be done is neither done nor skipped. */
    static boolean hasOpenDuty(Ticket ticket) {
        return ticket.worksheet().stream()
                .flatMap(sheet -> sheet.tasks().stream())
                .anyMatch(task -> task.mandatory() && task.state() != State.DONE && task.state() != State.SKIPPED);
    }

    <R extends Ticketed<R>> Attempt<R> about(Tracked<R> record) {
        Worksheet sheet = record.ticket().worksheet().orElse(Worksheet.blank());
        Map<TaskId, TicketTask> tasks = new HashMap<>();
        sheet.tasks().forEach(task -> tasks.put(task.id(), task));
        TaskId id = IDS.get(random.nextInt(IDS.size()));
        Optional<TicketTask> task = Optional.ofNullable(tasks.get(id));
        return switch (random.nextInt(10)) {
            case 0, 1 -> add(id, tasks);
            case 2 -> order(id, tasks);
            case 3 -> assign(id, task);
            case 4 -> {
                boolean needed =
                        tasks.values().stream().anyMatch(other -> other.after().contains(id));
                yield Attempt.unless(
                        new TaskCommand.Remove<R>(id, "not needed"),
                        unknownOrOver(task).or(() -> needed ? Optional.of("task.needed") : Optional.empty()));
            }
            case 5 ->
                Attempt.unless(
                        new TaskCommand.Start<R>(id),
                        task.filter(t -> t.state() == State.STARTED).isPresent()
                                ? Optional.empty()
                                : unknownOrOver(task).or(() -> notYet(task, tasks)));
            case 6 ->
                Attempt.unless(
                        new TaskCommand.Finish<R>(id),
                        task.filter(t -> t.state() == State.DONE).isPresent()
                                ? Optional.empty()
                                : unknownOrOver(task).or(() -> notYet(task, tasks)));
            case 7 ->
                random.nextInt(4) == 0
                        ? Attempt.incomplete(new TaskCommand.Skip<R>(id, " "), "text.missing")
                        : Attempt.unless(
                                new TaskCommand.Skip<R>(id, "no time"),
                                task.filter(t -> t.state() == State.SKIPPED).isPresent()
                                        ? Optional.empty()
                                        : unknownOrOver(task));
            case 8 -> time(sheet);
            default -> attachment(sheet);
        };
    }

    private static Optional<String> unknownOrOver(Optional<TicketTask> task) {
        return task.isEmpty()
                ? Optional.of("task.unknown")
                : task.filter(t -> t.state() == State.DONE || t.state() == State.SKIPPED)
                        .map(t -> "task.over");
    }

    private static Optional<String> notYet(Optional<TicketTask> task, Map<TaskId, TicketTask> tasks) {
        return task.stream()
                .flatMap(t -> t.after().stream())
                .map(tasks::get)
                .filter(t -> t.state() == State.OPEN || t.state() == State.STARTED)
                .map(t -> "task.not-yet")
                .findFirst();
    }

    private Set<TaskId> some() {
        return IDS.stream().filter(id -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    private <R extends Ticketed<R>> Attempt<R> add(TaskId id, Map<TaskId, TicketTask> tasks) {
        Set<TaskId> after = random.nextBoolean() ? Set.of() : some();
        TaskCommand.Add<R> add = new TaskCommand.Add<R>(
                id, "Task " + id, random.nextInt(4) == 0, after, Optional.empty(), Optional.empty());
        Optional<String> code = tasks.containsKey(id)
                ? Optional.of("task.taken")
                : tasks.keySet().containsAll(after) ? Optional.empty() : Optional.of("task.unknown");
        return Attempt.unless(add, code);
    }

    private <R extends Ticketed<R>> Attempt<R> order(TaskId id, Map<TaskId, TicketTask> tasks) {
        Set<TaskId> after = some();
        TicketTask task = tasks.get(id);
        Optional<String> code = task == null || !tasks.keySet().containsAll(after)
                ? Optional.of("task.unknown")
                : task.state() != State.OPEN
                        ? Optional.of("task.begun")
                        : allBefore(after, tasks).contains(id) ? Optional.of("task.circle") : Optional.empty();
        return Attempt.unless(new TaskCommand.Order<R>(id, after), code);
    }

    /** Grows the set until it grows no more. */
    private static Set<TaskId> allBefore(Set<TaskId> start, Map<TaskId, TicketTask> tasks) {
        Set<TaskId> all = new HashSet<>(start);
        int before;
        do {
            before = all.size();
            for (TicketTask task : tasks.values()) {
                if (all.contains(task.id())) {
                    all.addAll(task.after());
                }
            }
        } while (all.size() > before);
        return all;
    }

    private <R extends Ticketed<R>> Attempt<R> assign(TaskId id, Optional<TicketTask> task) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Attempt.breaking(
                        new TaskCommand.Assign<R>(id, Optional.empty(), Optional.of(Office.GUS)),
                        "rule:worker-is-known");
            case 1 ->
                Attempt.breaking(
                        new TaskCommand.Assign<R>(id, Optional.of(OPERATIONS), Optional.of(BEN)),
                        "rule:task-assignee-is-member-of-group");
            default -> {
                boolean theirs = task.filter(t -> t.group().equals(Optional.of(OPERATIONS))
                                && t.assignee().equals(Optional.of(CARLA)))
                        .isPresent();
                yield Attempt.unless(
                        new TaskCommand.Assign<R>(id, Optional.of(OPERATIONS), Optional.of(CARLA)),
                        theirs ? Optional.empty() : unknownOrOver(task));
            }
        };
    }

    private <R extends Ticketed<R>> Attempt<R> time(Worksheet sheet) {
        Duration spent = Duration.ofMinutes(1 + random.nextInt(300));
        return switch (random.nextInt(5)) {
            case 0 ->
                Attempt.incomplete(
                        new TimeCommand.Record<R>(Duration.ofMinutes(-1), Activity.TRAVEL), "time.not-possible");
            case 1 -> {
                int number = 1 + random.nextInt(1 + sheet.lastNumber());
                boolean there = sheet.times().stream().anyMatch(entry -> entry.number() == number);
                yield Attempt.unless(
                        new TimeCommand.Remove<R>(number, "was somebody else"),
                        there ? Optional.empty() : Optional.of("time.unknown"));
            }
            default ->
                Attempt.good(new TimeCommand.Record<R>(
                        Optional.of(CARLA),
                        Optional.empty(),
                        spent,
                        random.nextBoolean() ? Activity.ANALYSIS : Activity.TRAVEL,
                        random.nextBoolean(),
                        Optional.of(Cost.of("0." + (1 + random.nextInt(99)), random.nextBoolean() ? "EUR" : "USD")),
                        Optional.of("note")));
        };
    }

    private <R extends Ticketed<R>> Attempt<R> attachment(Worksheet sheet) {
        return switch (random.nextInt(4)) {
            case 0 ->
                Attempt.incomplete(
                        new AttachmentCommand.Attach<R>(
                                "../passwd", "text/plain", 1, "files/1", Optional.empty(), false),
                        "attachment.name");
            case 1 -> {
                int number = 1 + random.nextInt(1 + sheet.lastNumber());
                boolean there = sheet.attachments().stream().anyMatch(one -> one.number() == number);
                yield Attempt.unless(
                        new AttachmentCommand.Detach<R>(number, "wrong file"),
                        there ? Optional.empty() : Optional.of("attachment.unknown"));
            }
            default ->
                Attempt.good(new AttachmentCommand.Attach<R>(
                        "photo.png",
                        "image/png",
                        random.nextInt(1_000),
                        "https://files.example/" + random.nextInt(100),
                        Optional.of("0123456789abcdef".repeat(4)),
                        random.nextBoolean()));
        };
    }
}
