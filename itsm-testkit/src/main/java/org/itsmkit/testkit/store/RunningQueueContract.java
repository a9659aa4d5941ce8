package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskQueue;
import org.junit.jupiter.api.Test;

/** A queue at work does tasks by itself, until it is closed. */
public interface RunningQueueContract extends StoreContract {

    /** How long a test waits for what should happen at once. */
    int PATIENCE_SECONDS = 30;

    @Test
    default void aRunningQueueDoesWhatIsDue(Trial trial) throws Exception {
        CountDownLatch done = new CountDownLatch(20);
        Hands hands = Hands.of(trial).doing((tenant, task) -> done.countDown());
        schedule(trial, 0, 10);

        try (TaskQueue.Running running = trial.tasks().start(hands)) {
            assertThat(running).isNotNull();
            schedule(trial, 10, 10);
            await(done);
        }

        assertThat(hands.keys()).hasSize(20).doesNotHaveDuplicates();
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
    }

    @Test
    default void aRunningQueueKeepsToItsClock(Trial trial) throws Exception {
        CountDownLatch sooner = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(1);
        AtomicBoolean early = new AtomicBoolean();
        Task tomorrow = new Task("tomorrow", "remind", trial.clock().instant().plus(Duration.ofDays(1)), Map.of());
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (task.due().isAfter(trial.clock().instant())) {
                early.set(true);
            }
            (task.key().equals("tomorrow") ? later : sooner).countDown();
        });
        trial.schedule(tomorrow);

        try (TaskQueue.Running running = trial.tasks().start(hands)) {
            assertThat(running).isNotNull();
            schedule(trial, 0, 1);
            await(sooner);
            assertThat(hands.keys()).doesNotContain("tomorrow");
            trial.clock().advance(Duration.ofDays(1));
            await(later);
        }

        assertThat(early).isFalse();
    }

    @Test
    default void aRunningQueueSurvivesFailures(Trial trial) throws Exception {
        CountDownLatch done = new CountDownLatch(6);
        AtomicInteger failures = new AtomicInteger();
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (task.key().endsWith("3") && failures.incrementAndGet() == 1) {
                trial.clock().advance(Duration.ofDays(2));
                throw new IllegalStateException("the printer is out of paper");
            }
            done.countDown();
        });
        schedule(trial, 0, 5);

        try (TaskQueue.Running running = trial.tasks().start(hands)) {
            assertThat(running).isNotNull();
            schedule(trial, 5, 1);
            while (!done.await(10, TimeUnit.MILLISECONDS)) {
                // The failed task comes again by the queue's clock, wherever that stands when it fails.
                trial.clock().advance(Duration.ofHours(1));
                assertThat(trial.clock().instant()).isBefore(Micros.MAX.minus(Duration.ofDays(10)));
            }
        }

        assertThat(failures).hasValue(2);
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
    }

    @Test
    default void closingWaitsForWhatIsBeingDone(Trial trial) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            begun.countDown();
            await(mayEnd);
            ended.set(true);
        });
        schedule(trial, 0, 1);
        TaskQueue.Running running = trial.tasks().start(hands);
        await(begun);
        AtomicBoolean closed = new AtomicBoolean();
        Thread closer = new Thread(() -> {
            running.close();
            closed.set(ended.get());
        });

        closer.start();
        mayEnd.countDown();
        closer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));

        assertThat(closed).as("closed after the task had ended").isTrue();
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
    }

    @Test
    default void aClosedQueueRestsAndCanBeStartedAgain(Trial trial) throws Exception {
        Hands first = Hands.of(trial);
        TaskQueue.Running running = trial.tasks().start(first);
        assertThatIllegalStateException().isThrownBy(() -> trial.tasks().start(first));
        running.close();
        running.close();
        schedule(trial, 0, 3);
        assertThat(trial.tasks().pending(trial.tenant())).hasSize(3);
        CountDownLatch done = new CountDownLatch(3);

        try (TaskQueue.Running again = trial.tasks().start(first.doing((tenant, task) -> done.countDown()))) {
            assertThat(again).isNotNull();
            await(done);
        }

        assertThat(first.seen()).as("done by what was closed").isEmpty();
    }

    @Test
    default void noTaskIsDoneTwiceAtOnce(Trial trial) throws Exception {
        CountDownLatch done = new CountDownLatch(200);
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        AtomicBoolean clash = new AtomicBoolean();
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (!inHand.add(task.key())) {
                clash.set(true);
            }
            Thread.yield();
            inHand.remove(task.key());
            done.countDown();
        });
        schedule(trial, 0, 200);

        try (TaskQueue.Running running = trial.tasks().start(hands)) {
            assertThat(running).isNotNull();
            trial.tasks().runDue(hands);
            await(done);
        }

        assertThat(clash).isFalse();
        assertThat(hands.keys()).hasSize(200).doesNotHaveDuplicates();
    }

    private static void schedule(Trial trial, int first, int howMany) {
        for (int i = first; i < first + howMany; i++) {
            trial.schedule(new Task("task-" + i, "remind", trial.clock().instant(), Map.of()));
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it happened in time")
                .isTrue();
    }
}
