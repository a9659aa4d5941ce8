package org.itsmkit.testkit.store;

/** What every {@link org.itsmkit.spi.task.TaskQueue} promises, with the store whose commits fill it. */
public interface TaskQueueContract extends TaskContract, FailingTaskContract, RunningQueueContract {}
