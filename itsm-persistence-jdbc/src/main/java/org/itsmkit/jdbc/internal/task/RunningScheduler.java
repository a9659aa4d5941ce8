package org.itsmkit.jdbc.internal.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.itsmkit.jdbc.internal.store.TaskTable;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;

/** db-scheduler at work on the kit's tasks, until it is closed. Safe for use by many threads. */
public final class RunningScheduler implements TaskQueue.Running {

    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final int MISSED_HEARTBEATS = (int) Worklist.DEAD_AFTER.dividedBy(HEARTBEAT);
    private static final double FETCH_WHEN_LEFT = 0.5;
    private static final double FETCH_PER_THREAD = 20;

    private final Worklist worklist;
    private final TaskHandler handler;
    private final Runnable onClose;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private final Scheduler scheduler;
    private boolean closed;

    /** The scheduler's table, and the column that orders its instances. */
    public record TableOrder(String name, String order) {}

    /** How many threads there are, and how long they look away when nothing is due. */
    public record Pace(int threads, Duration polling) {}

    /**
     * Sets db-scheduler to work.
     *
     * @param table its table
     * @param onClose called once it has come to rest
     */
    public RunningScheduler(
            DataSource dataSource,
            TableOrder table,
            Worklist worklist,
            InstantSource clock,
            Pace pace,
            TaskHandler handler,
            Runnable onClose) {
        this.worklist = worklist;
        this.handler = handler;
        this.onClose = onClose;
        CustomTask<Task> task = Tasks.custom(TaskTable.TASK_NAME, Task.class)
                .onFailure((complete, operations) -> failed(complete.getExecution()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> handle(context.getExecution(), instance.getData()));
        this.scheduler = new SystemWaiting(dataSource, List.of(task), pace.polling())
                .tableName(table.name())
                .jdbcCustomization(new DueOrder(table.order()))
                .serializer(new TaskSerializer())
                .clock(clock::instant)
                .threads(pace.threads())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingFetch(FETCH_WHEN_LEFT, FETCH_PER_THREAD)
                .build();
        scheduler.start();
    }

    /** Waits by the process's own clock: a clock that stands still in a test would never wake it. */
    private static final class SystemWaiting extends SchedulerBuilder {

        private final Duration polling;

        SystemWaiting(
                DataSource dataSource, List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks, Duration polling) {
            super(dataSource, tasks);
            this.polling = polling;
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(polling);
        }
    }

    private CompletionHandler<Task> handle(Execution execution, Task task) {
        busy.add(Thread.currentThread());
        try {
            handler.handle(TaskTable.tenantOf(execution.getId()), task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new StoreException("task " + execution.getId() + " failed", e);
        } finally {
            busy.remove(Thread.currentThread());
        }
        // Not db-scheduler's own, which takes it for a bug when a task was replaced while it was done.
        return (complete, operations) -> worklist.done(execution.getId(), execution.version);
    }

    private void failed(Execution execution) {
        worklist.failed(execution.getId(), execution.version, execution.consecutiveFailures + 1);
    }

    /** Comes to rest, once the tasks in hand are done. Called by one of those, it does not wait for it. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        if (busy.contains(Thread.currentThread())) {
            Thread stopping = new Thread(this::stop, "itsm-tasks-stopping");
            stopping.setDaemon(true);
            stopping.start();
        } else {
            stop();
        }
    }

    private void stop() {
        scheduler.stop();
        onClose.run();
    }
}
