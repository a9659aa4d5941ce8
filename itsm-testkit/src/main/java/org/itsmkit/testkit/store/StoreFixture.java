package org.itsmkit.testkit.store;

import java.util.Objects;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.SettableClock;

/**
 * A store under test and what belongs to it. May be used by one test after the other, but by one at a time.
 *
 * @param store the store
 * @param tasks the queue that the store's commits schedule tasks in
 * @param clock what the queue takes for the time
 * @param closing done when a test has ended
 */
public record StoreFixture(RecordStore store, TaskQueue tasks, SettableClock clock, Runnable closing)
        implements AutoCloseable {

    public StoreFixture {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(tasks, "tasks");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(closing, "closing");
    }

    /** A fixture that needs no closing, or is used for many tests. */
    public static StoreFixture of(RecordStore store, TaskQueue tasks, SettableClock clock) {
        return new StoreFixture(store, tasks, clock, () -> {});
    }

    /** Returns this fixture with something to be done when a test has ended. */
    public StoreFixture closing(Runnable newClosing) {
        return new StoreFixture(store, tasks, clock, newClosing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
