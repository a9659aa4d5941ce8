package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;

/** Gathers all that a worksheet has against a command, and decides. Not safe for use by many threads. */
final class WorkDecision<R extends Ticketed<R>> {

    /** How many names a refusal lists at most. */
    private static final int NAMED = 10;

    private final R record;
    private final Context context;
    private final List<Violation> violations = new ArrayList<>();

    WorkDecision(R record, Context context) {
        this.record = record;
        this.context = context;
    }

    WorkDecision<R> require(boolean holds, String code, String name, String value, String sentence) {
        if (!holds) {
            violations.add(Violation.of(code, name, value, sentence));
        }
        return this;
    }

    /** There must be none of {@code tasks}, or the refusal names them. */
    WorkDecision<R> none(Collection<TaskId> tasks, String code, String sentence) {
        if (!tasks.isEmpty()) {
            violations.add(new Violation(code, Map.of("tasks", named(tasks)), sentence + ": " + named(tasks) + "."));
        }
        return this;
    }

    /** The task of that id, which must be there. */
    Optional<TicketTask> task(Worksheet worksheet, TaskId id) {
        Optional<TicketTask> task = worksheet.task(id);
        require(task.isPresent(), "task.unknown", "tasks", id.value(), "There is no such task: " + id + ".");
        return task;
    }

    Either<Rejection, List<Event<R>>> unlessNothingChanges(boolean changes, Event<R> event) {
        if (!violations.isEmpty()) {
            return left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
        }
        return right(TicketEvent.andMove(record, context, changes ? List.of(event) : List.of()));
    }

    Either<Rejection, List<Event<R>>> to(Event<R> event) {
        return unlessNothingChanges(true, event);
    }

    /** The refusal; there must be something against the command. */
    Either<Rejection, List<Event<R>>> refusal() {
        return left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
    }

    /** The first few of {@code tasks} in the order of their ids, and how many more there are. */
    static String named(Collection<TaskId> tasks) {
        String first = tasks.stream().map(TaskId::value).sorted().limit(NAMED).collect(Collectors.joining(", "));
        return tasks.size() > NAMED ? first + " and " + (tasks.size() - NAMED) + " more" : first;
    }
}
