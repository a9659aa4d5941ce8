package org.itsmkit.testkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;

/**
 * Does one trial's tasks and remembers them. Tasks that earlier tests left in a shared queue are done away with first, ten
 * years ahead; tasks of other tenants are done and not remembered.
 */
final class Hands implements TaskHandler {

    private static final Duration TEN_YEARS = Duration.ofDays(3_650);

    private final TenantId tenant;
    private final TaskHandler inner;
    private final List<Task> seen = new CopyOnWriteArrayList<>();

    private Hands(TenantId tenant, TaskHandler inner) {
        this.tenant = tenant;
        this.inner = inner;
    }

    /** Hands for {@code trial}, whose queue they empty. */
    static Hands of(Trial trial) {
        Instant now = trial.clock().instant();
        trial.clock().set(now.plus(TEN_YEARS));
        trial.tasks().runDue((tenant, task) -> {});
        trial.clock().set(now);
        return new Hands(trial.tenant(), (tenant, task) -> {});
    }

    /** Returns hands without memories that do {@code work} with each task once it is remembered. */
    Hands doing(TaskHandler work) {
        return new Hands(tenant, work);
    }

    @Override
    public void handle(TenantId of, Task task) throws Exception {
        if (of.equals(tenant)) {
            seen.add(task);
            inner.handle(of, task);
        }
    }

    /** The keys of what was handed over, in order. */
    List<String> keys() {
        return seen.stream().map(Task::key).toList();
    }

    /** What was handed over, in order. */
    List<Task> seen() {
        return List.copyOf(seen);
    }
}
