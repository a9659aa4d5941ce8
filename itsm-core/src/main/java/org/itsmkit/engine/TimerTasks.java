package org.itsmkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/** The tasks that stand for the timers of records. */
final class TimerTasks {

    /** The type of the tasks, and what the names of their causes begin with. */
    static final String TASK = "timer";

    private TimerTasks() {}

    /**
     * What becomes of the timers of {@code draft} when it is committed.
     *
     * @param isDone whether a task was done before, or is by this very commit
     */
    static <R> List<TaskChange> changes(Draft<R> draft, Settings settings, Instant now, Predicate<Task> isDone) {
        Set<Timer> before = draft.before()
                .map(Stored::record)
                .map(record -> wanted(draft.definition(), record, settings))
                .orElse(Set.of());
        Set<Timer> after = wanted(draft.definition(), draft.current(), settings);
        List<TaskChange> changes = new ArrayList<>();
        for (Timer timer : sorted(before)) {
            if (!after.contains(timer)) {
                changes.add(TaskChange.cancel(key(draft.ref(), timer)));
            }
        }
        for (Timer timer : sorted(after)) {
            // One that was wanted before may not have been scheduled, where settings have changed since: not even if it
            // is past.
            Task task = task(draft.ref(), timer);
            if (!before.contains(timer) || timer.due().isAfter(now) || !isDone.test(task)) {
                changes.add(TaskChange.schedule(task));
            }
        }
        return changes;
    }

    private static List<Timer> sorted(Collection<Timer> timers) {
        return timers.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** All that {@code record} wants. */
    static <R> Set<Timer> wanted(Definition<R> definition, R record, Settings settings) {
        Set<Timer> all = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Timers<R> timers : definition.timers()) {
            for (Timer timer : timers.wanted(record, settings)) {
                all.add(timer);
                if (!names.add(timer.name())) {
                    throw new IllegalStateException(definition + " wants two timers " + timer.name());
                }
            }
        }
        if (all.size() > Timers.MAX_TIMERS) {
            throw new IllegalStateException(definition + " wants more than " + Timers.MAX_TIMERS + " timers at a time");
        }
        return all;
    }

    /** The part of the definition that wants {@code timer} for {@code record}, if it is wanted. */
    static <R> Optional<Timers<R>> wanting(Definition<R> definition, R record, Timer timer, Settings settings) {
        return definition.timers().stream()
                .filter(timers -> timers.wanted(record, settings).contains(timer))
                .findFirst();
    }

    static TaskChange schedule(RecordRef record, Timer timer) {
        return TaskChange.schedule(task(record, timer));
    }

    private static Task task(RecordRef record, Timer timer) {
        return new Task(
                key(record, timer),
                TASK,
                timer.due(),
                Map.of(
                        "kind", record.kind(),
                        "id", record.id().value(),
                        "name", timer.name(),
                        "due", Long.toString(Micros.of(timer.due()))));
    }

    private static String key(RecordRef record, Timer timer) {
        return TaskKeys.of(TASK, record.toString(), timer.name(), Long.toString(Micros.of(timer.due())));
    }
}
