package org.itsmkit.spi.task;

import org.itsmkit.spi.TenantId;

/** Does due work. Called once or more per task, so its effect must not depend on how often. */
@FunctionalInterface
public interface TaskHandler {

    /**
     * Does {@code task} of {@code tenant}.
     *
     * @throws Exception if it could not be done; the task stays and comes again later
     */
    void handle(TenantId tenant, Task task) throws Exception;
}
