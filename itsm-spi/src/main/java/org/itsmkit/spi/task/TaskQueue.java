package org.itsmkit.spi.task;

import java.util.List;
import org.itsmkit.spi.TenantId;

/**
 * Due work. Tasks come in and are taken back by {@link org.itsmkit.spi.store.RecordStore#commit} alone, so that a task exists if and
 * only if what gave rise to it was kept.
 *
 * <p>A task is handed out at or after its due instant by the queue's clock, never before; one that is done is gone; one whose handler
 * failed, or whose process died, comes again later, after a pause that grows with each failure. Tasks of one tenant that are due are
 * handed out in the order of their due instants, then keys, as long as none fails. Safe for use by many threads.
 */
public interface TaskQueue {

    /**
     * Does every task that is due now, in the calling thread, until none is: also those that fall due meanwhile. A task that fails is
     * tried once and left for later.
     *
     * @return how many were done
     */
    int runDue(TaskHandler handler);

    /**
     * Does tasks as they fall due, in threads of the queue, until the answer is closed. Closing waits for tasks that are being done.
     *
     * @throws IllegalStateException if this queue is running already
     */
    Running start(TaskHandler handler);

    /** Returns the tenant's tasks that are not yet done, by due instant, then key; at most 1,000. */
    List<Task> pending(TenantId tenant);

    /** A queue at work. */
    interface Running extends AutoCloseable {

        @Override
        void close();
    }
}
