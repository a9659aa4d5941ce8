package org.itsmkit.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;

/**
 * The tasks of an {@link InMemoryStore}. They are done when somebody calls {@link #runDue}, or by one thread of the queue
 * while it is {@linkplain #start started}; without that there is no thread. A task that failed comes back after a second, and
 * after twice the pause with each further failure, up to about 18 hours. What a handler throws is logged.
 *
 * <p>Safe for use by many threads; no task is handed out twice at the same time.
 */
public final class InMemoryTasks implements TaskQueue {

    private static final Logger LOG = System.getLogger(InMemoryTasks.class.getName());
    private static final int MAX_PENDING = 1_000;

    private final InstantSource clock;
    private final Agenda agenda = new Agenda();
    private Optional<Worker> worker = Optional.empty();

    InMemoryTasks(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes what a commit does to the tenant's tasks. */
    void apply(TenantId tenant, List<TaskChange> changes) {
        if (!changes.isEmpty()) {
            agenda.apply(tenant, changes);
        }
    }

    /** Takes back the tenant's tasks that are {@code meant}. */
    void removeIf(TenantId tenant, Predicate<Task> meant) {
        agenda.removeIf(tenant, meant);
    }

    /** All the tenant's tasks, by key. */
    List<Task> all(TenantId tenant) {
        return agenda.of(tenant).stream()
                .map(Scheduled::task)
                .sorted(Comparator.comparing(Task::key, Scheduled.KEYS))
                .toList();
    }

    @Override
    public int runDue(TaskHandler handler) {
        Set<Long> failed = new HashSet<>();
        int done = 0;
        Optional<Scheduled> next = agenda.take(clock.instant(), failed);
        while (next.isPresent()) {
            if (attempt(next.get(), handler)) {
                done++;
            } else {
                failed.add(next.get().serial());
            }
            next = agenda.take(clock.instant(), failed);
        }
        return done;
    }

    @Override
    public Running start(TaskHandler handler) {
        synchronized (this) {
            if (worker.isPresent()) {
                throw new IllegalStateException("this queue is running already");
            }
            Worker started = new Worker(agenda, clock, task -> attempt(task, handler));
            worker = Optional.of(started);
            started.start();
            return () -> stop(started);
        }
    }

    private void stop(Worker stopped) {
        stopped.stop();
        synchronized (this) {
            if (worker.equals(Optional.of(stopped))) {
                worker = Optional.empty();
            }
        }
    }

    @Override
    public List<Task> pending(TenantId tenant) {
        return agenda.of(tenant).stream()
                .map(Scheduled::task)
                .sorted(Comparator.comparing(Task::due).thenComparing(Task::key, Scheduled.KEYS))
                .limit(MAX_PENDING)
                .toList();
    }

    /** Does {@code scheduled} once; false if it failed and stays. */
    private boolean attempt(Scheduled scheduled, TaskHandler handler) {
        try {
            handler.handle(scheduled.tenant(), scheduled.task());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failed(scheduled, e);
            return false;
        } catch (Error e) {
            failed(scheduled, e);
            throw e;
        }
        agenda.done(scheduled);
        return true;
    }

    private void failed(Scheduled scheduled, Throwable reason) {
        Scheduled again = scheduled.failedAt(clock.instant());
        agenda.putBack(scheduled, again);
        Instant at = again.readyAt();
        LOG.log(
                Level.WARNING,
                () -> "task " + again.task().key() + " of " + again.tenant() + " failed for the " + again.failures()
                        + ". time and comes again at " + at,
                reason);
    }
}
