package org.itsmkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is particular to the tasks in memory; the contract that they share with all queues runs in the testkit. */
class InMemoryTasksTest {

    private static final Logger LOG = Logger.getLogger("org.itsmkit.memory");
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InMemoryStore store = new InMemoryStore(now::get);
    private final InMemoryTasks tasks = store.tasks();

    /** Tasks fail here on purpose. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @Test
    void pausesDoubleFromASecondToAboutADay() {
        Scheduled task = new Scheduled(1, ACME, task("print"), NOON, 0);
        Duration longest = Duration.ZERO;
        for (int failure = 0; failure < 40; failure++) {
            task = task.failedAt(NOON);
            Duration pause = Duration.between(NOON, task.readyAt());
            assertThat(pause).isEqualTo(Duration.ofSeconds(1L << Math.min(failure, 16)));
            longest = pause;
        }
        assertThat(longest).isLessThan(Duration.ofHours(19));
    }

    @Test
    void noThreadStartsByItself() {
        schedule("print");

        assertThat(taskThreads()).isEmpty();
        assertThat(tasks.pending(ACME)).hasSize(1);
    }

    @Test
    void closingEndsTheThread() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        schedule("print");
        try (TaskQueue.Running running = tasks.start((tenant, task) -> done.countDown())) {
            assertThat(running).isNotNull();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(taskThreads()).hasSize(1).allMatch(Thread::isDaemon);
        }

        assertThat(taskThreads()).isEmpty();
    }

    @Test
    void aHandlerMayCloseTheQueue() throws Exception {
        AtomicReference<TaskQueue.Running> running = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        schedule("last");
        running.set(tasks.start((tenant, task) -> {
            started.await();
            running.get().close();
            closed.countDown();
        }));
        started.countDown();

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        running.get().close();
        assertThat(tasks.pending(ACME)).isEmpty();
        assertThat(taskThreads()).isEmpty();
    }

    @Test
    void anErrorStopsARunAndKeepsTheTask() {
        schedule("print");

        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> tasks.runDue((tenant, task) -> {
                    throw new StackOverflowError();
                }));

        now.set(NOON.plusSeconds(1));
        assertThat(tasks.runDue((tenant, task) -> {})).isEqualTo(1);
    }

    @Test
    void anErrorOrAnInterruptDoesNotStopTheThread() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        List.of("a", "b", "c").forEach(this::schedule);
        try (TaskQueue.Running running = tasks.start((tenant, task) -> {
            int call = calls.incrementAndGet();
            if (call == 1) {
                throw new StackOverflowError();
            }
            if (call == 2) {
                throw new InterruptedException();
            }
            done.countDown();
        })) {
            assertThat(running).isNotNull();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(tasks.pending(ACME)).extracting(Task::key).containsExactly("a", "b");
    }

    private static List<Thread> taskThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("itsm-tasks") && thread.isAlive())
                .toList();
    }

    private void schedule(String key) {
        store.commit(ACME, Commit.of().task(TaskChange.schedule(task(key))));
    }

    private static Task task(String key) {
        return new Task(key, "print", NOON, Map.of());
    }
}
