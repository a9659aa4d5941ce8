package org.itsmkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/** The tasks that are not yet done: those that wait, in order, and those that are in somebody's hands. Safe for use by many threads. */
final class Agenda {

    private static final Duration LONGEST_LOOK_AWAY = Duration.ofMillis(100);

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<TenantId, Map<String, Scheduled>> open = new HashMap<>();
    private final NavigableSet<Scheduled> waiting = new TreeSet<>(Scheduled.ORDER);
    private long serials;

    void apply(TenantId tenant, List<TaskChange> changes) {
        locked(() -> {
            for (TaskChange change : changes) {
                if (change instanceof TaskChange.Schedule schedule) {
                    schedule(tenant, schedule.task());
                } else if (change instanceof TaskChange.Cancel cancel) {
                    remove(tenant, cancel.key());
                }
            }
            changed.signalAll();
            return changes;
        });
    }

    private void schedule(TenantId tenant, Task task) {
        remove(tenant, task.key());
        Scheduled scheduled = new Scheduled(++serials, tenant, task, task.due(), 0);
        open.computeIfAbsent(tenant, key -> new HashMap<>()).put(task.key(), scheduled);
        waiting.add(scheduled);
    }

    private void remove(TenantId tenant, String key) {
        Map<String, Scheduled> tasks = open.getOrDefault(tenant, Map.of());
        if (tasks.containsKey(key)) {
            waiting.remove(tasks.remove(key));
        }
        if (tasks.isEmpty()) {
            open.remove(tenant);
        }
    }

    /** Takes back the tenant's tasks that are {@code meant}. */
    void removeIf(TenantId tenant, Predicate<Task> meant) {
        locked(() -> {
            List<String> keys = open.getOrDefault(tenant, Map.of()).values().stream()
                    .map(Scheduled::task)
                    .filter(meant)
                    .map(Task::key)
                    .toList();
            keys.forEach(key -> remove(tenant, key));
            changed.signalAll();
            return keys;
        });
    }

    /** Hands out the first task that is ready at {@code now} and whose serial is not in {@code without}. */
    Optional<Scheduled> take(Instant now, Set<Long> without) {
        return locked(() -> {
            Optional<Scheduled> first = waiting.stream()
                    .takeWhile(task -> !task.readyAt().isAfter(now))
                    .filter(task -> !without.contains(task.serial()))
                    .findFirst();
            first.ifPresent(waiting::remove);
            return first;
        });
    }

    /** Strikes out what was handed out, unless its key was scheduled anew meanwhile. */
    void done(Scheduled task) {
        locked(() -> {
            if (isCurrent(task)) {
                remove(task.tenant(), task.task().key());
            }
            return task;
        });
    }

    /** Takes back what was handed out, as {@code again}, unless its key was scheduled anew or cancelled meanwhile. */
    void putBack(Scheduled task, Scheduled again) {
        locked(() -> {
            if (isCurrent(task)) {
                open.getOrDefault(task.tenant(), Map.of()).put(task.task().key(), again);
                waiting.add(again);
                changed.signalAll();
            }
            return again;
        });
    }

    private boolean isCurrent(Scheduled task) {
        Scheduled current =
                open.getOrDefault(task.tenant(), Map.of()).get(task.task().key());
        return current != null && current.serial() == task.serial();
    }

    List<Scheduled> of(TenantId tenant) {
        return locked(() -> List.copyOf(open.getOrDefault(tenant, Map.of()).values()));
    }

    /**
     * Waits until a task is ready by {@code clock}, something changed, or {@code stopped} is true after a {@link #wake}. May
     * return early. While tasks wait it looks at the clock several times a second, for clocks can be set.
     */
    void awaitReady(InstantSource clock, BooleanSupplier stopped) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (stopped.getAsBoolean()) {
                return;
            }
            if (waiting.isEmpty()) {
                changed.await();
            } else {
                Duration left =
                        Duration.between(clock.instant(), waiting.first().readyAt());
                Duration pause = left.compareTo(LONGEST_LOOK_AWAY) < 0 ? left : LONGEST_LOOK_AWAY;
                changed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of those who wait. */
    void wake() {
        locked(() -> {
            changed.signalAll();
            return changed;
        });
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
