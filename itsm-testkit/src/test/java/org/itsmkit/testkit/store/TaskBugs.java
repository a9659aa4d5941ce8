package org.itsmkit.testkit.store;

import java.util.List;
import java.util.Map;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;

/** Planted bugs in what a queue does with tasks. */
final class TaskBugs {

    private TaskBugs() {}

    /** A good queue, of which a bug changes how tasks are handed out. */
    private abstract static class FlawedQueue implements TaskQueue {

        private final TaskQueue good;

        FlawedQueue(TaskQueue good) {
            this.good = good;
        }

        abstract void hand(TaskHandler handler, TenantId tenant, Task task) throws Exception;

        @Override
        public int runDue(TaskHandler handler) {
            return good.runDue((tenant, task) -> hand(handler, tenant, task));
        }

        @Override
        public Running start(TaskHandler handler) {
            return good.start((tenant, task) -> hand(handler, tenant, task));
        }

        @Override
        public List<Task> pending(TenantId tenant) {
            return good.pending(tenant);
        }
    }

    /** Takes what failed for done. */
    static final class DropsFailures extends FlawedQueue {
        DropsFailures(TaskQueue good) {
            super(good);
        }

        @Override
        @SuppressWarnings("EmptyCatch") // that is the bug
        void hand(TaskHandler handler, TenantId tenant, Task task) throws Exception {
            try {
                handler.handle(tenant, task);
            } catch (RuntimeException e) {
                // dropped
            }
        }
    }

    /** Tries what failed once more, without a pause. */
    static final class TriesAgainAtOnce extends FlawedQueue {
        TriesAgainAtOnce(TaskQueue good) {
            super(good);
        }

        @Override
        void hand(TaskHandler handler, TenantId tenant, Task task) throws Exception {
            try {
                handler.handle(tenant, task);
            } catch (RuntimeException e) {
                handler.handle(tenant, task);
            }
        }
    }

    /** Hands out tasks without what there is to know. */
    static final class LosesPayloads extends FlawedQueue {
        LosesPayloads(TaskQueue good) {
            super(good);
        }

        @Override
        void hand(TaskHandler handler, TenantId tenant, Task task) throws Exception {
            handler.handle(tenant, new Task(task.key(), task.type(), task.due(), Map.of()));
        }
    }
}
