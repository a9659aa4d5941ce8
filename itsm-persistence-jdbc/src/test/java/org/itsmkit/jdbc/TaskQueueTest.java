package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks on db-scheduler: in order, again after a failure, replaced while they are done, revived when their process died. */
class TaskQueueTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");
    private static final Instant EIGHT = SettableClock.MONDAY_MORNING;

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private JdbcStore store;
    private JdbcTaskQueue queue;

    private void open(Engine engine) {
        database = engine.open();
        store = database.store();
        queue = database.queue(clock);
    }

    @AfterEach
    void close() {
        database.assertNothingIsOpen();
        database.close();
    }

    private void schedule(TenantId tenant, String key, Instant due) {
        store.commit(tenant, Commit.of().task(TaskChange.schedule(task(key, due))));
    }

    private static Task task(String key, Instant due) {
        return new Task(key, "remind", due, Map.of("record", "repair/door", "empty", ""));
    }

    private List<String> runDue() {
        List<String> done = new ArrayList<>();
        queue.runDue((tenant, task) -> done.add(tenant + " " + task.key()));
        return done;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueIsDoneInOrderAndGone(Engine engine) {
        open(engine);
        schedule(ACME, "late", EIGHT.plusSeconds(1));
        schedule(ACME, "b \uE000", EIGHT);
        schedule(ACME, "b a", EIGHT);
        schedule(ACME, "early", EIGHT.minusSeconds(1));
        schedule(OTHER, "early", EIGHT.minusMillis(1));

        assertThat(queue.pending(ACME))
                .containsExactly(
                        task("early", EIGHT.minusSeconds(1)),
                        task("b a", EIGHT),
                        task("b \uE000", EIGHT),
                        task("late", EIGHT.plusSeconds(1)));
        assertThat(runDue()).containsExactly("acme early", "other early", "acme b a", "acme b \uE000");
        assertThat(runDue()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(runDue()).containsExactly("acme late");
        assertThat(queue.pending(ACME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsScheduledAgainIsReplacedAndACancelledOneIsGone(Engine engine) {
        open(engine);
        schedule(ACME, "reminder", EIGHT);
        schedule(ACME, "reminder", EIGHT.plusSeconds(60));
        schedule(ACME, "gone", EIGHT);
        store.commit(ACME, Commit.of().task(TaskChange.cancel("gone")).task(TaskChange.cancel("never was")));

        assertThat(runDue()).isEmpty();
        assertThat(queue.pending(ACME)).containsExactly(task("reminder", EIGHT.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource
    void whatFailedComesAgainAfterALongerAndLongerPause(Engine engine) {
        open(engine);
        schedule(ACME, "failing", EIGHT);
        schedule(ACME, "after", EIGHT);
        AtomicInteger attempts = new AtomicInteger();

        for (int seconds : List.of(1, 2, 4, 8)) {
            int before = attempts.get();
            queue.runDue((tenant, task) -> failing(task, attempts));
            assertThat(attempts).hasValue(before + 1);
            clock.advance(Duration.ofSeconds(seconds).minusNanos(1_000));
            queue.runDue((tenant, task) -> failing(task, attempts));
            assertThat(attempts).hasValue(before + 1);
            clock.advance(Duration.ofNanos(1_000));
        }

        assertThat(queue.pending(ACME)).containsExactly(task("failing", EIGHT));
        assertThat(runDue()).containsExactly("acme failing");
    }

    private static void failing(Task task, AtomicInteger attempts) throws Exception {
        if (task.key().equals("failing")) {
            attempts.incrementAndGet();
            throw new Exception("the mail server is down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatSchedulesItselfAgainStays(Engine engine) {
        open(engine);
        schedule(ACME, "tick", EIGHT);
        AtomicInteger ticks = new AtomicInteger();

        queue.runDue(
                (tenant, task) -> schedule(tenant, "tick", EIGHT.plusSeconds(ticks.incrementAndGet() < 3 ? 0 : 60)));

        assertThat(ticks).hasValue(3);
        assertThat(queue.pending(ACME)).containsExactly(task("tick", EIGHT.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource
    void aTaskWhoseProcessDiedComesAgain(Engine engine) {
        open(engine);
        schedule(ACME, "orphan", EIGHT);
        int taken = database.execute("UPDATE " + database.table("task")
                + " SET picked = TRUE, picked_by = 'dead', version = version + 1, last_heartbeat = execution_time");

        assertThat(taken).isEqualTo(1);
        assertThat(runDue()).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(runDue()).containsExactly("acme orphan");
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoWhatIsDueUntilTheyAreStopped(Engine engine) throws InterruptedException {
        open(engine);
        for (int i = 10; i < 40; i++) {
            schedule(ACME, "task" + i, EIGHT.plusMillis(i % 3));
        }
        schedule(ACME, "later", EIGHT.plusSeconds(60));
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        AtomicInteger failures = new AtomicInteger();
        clock.advance(Duration.ofMillis(2));

        List<String> inOrder = new ArrayList<>();
        try (TaskQueue.Running running = queue.start((tenant, task) -> {
            if (task.key().equals("task10") && failures.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            done.add(task.key());
        })) {
            assertThatIllegalStateException().isThrownBy(() -> queue.start((tenant, task) -> {}));
            for (int i = 0; i < 29; i++) {
                inOrder.add(done.poll(20, TimeUnit.SECONDS));
            }
            clock.advance(Duration.ofSeconds(1));
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("task10");
            schedule(ACME, "meanwhile", EIGHT);
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("meanwhile");
            assertThat(running).isNotNull();
        }
        List<String> expected = new ArrayList<>();
        for (int third = 0; third < 3; third++) {
            for (int i = 10; i < 40; i++) {
                if (i % 3 == third && i != 10) {
                    expected.add("task" + i);
                }
            }
        }
        assertThat(inOrder).isEqualTo(expected);
        assertThat(queue.pending(ACME)).containsExactly(task("later", EIGHT.plusSeconds(60)));
        queue.start((tenant, task) -> {}).close();
    }

    @ParameterizedTest
    @EnumSource
    void closingWaitsForTheTaskInHandAndIsPossibleWithinIt(Engine engine) throws InterruptedException {
        open(engine);
        schedule(ACME, "slow", EIGHT);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        TaskQueue.Running running = queue.start((tenant, task) -> {
            begun.countDown();
            goOn.await();
            ended.incrementAndGet();
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread releasing = new Thread(goOn::countDown);
        releasing.start();
        running.close();
        assertThat(ended).hasValue(1);
        assertThat(queue.pending(ACME)).isEmpty();
        releasing.join();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabasesClockDecidesIfNoOtherIsGiven(Engine engine) {
        open(engine);
        JdbcTaskQueue real = JdbcTaskQueue.builder()
                .dataSource(database.dataSource())
                .schema(database.schema())
                .build();
        schedule(ACME, "past", EIGHT.minusSeconds(1_000_000_000));
        schedule(ACME, "future", Instant.parse("9999-12-31T23:59:59.999999Z"));
        List<String> done = new ArrayList<>();

        assertThat(real.runDue((tenant, task) -> done.add(task.key()))).isEqualTo(1);

        assertThat(done).containsExactly("past");
        assertThat(real.pending(ACME))
                .extracting(Task::due)
                .containsExactly(Instant.parse("9999-12-31T23:59:59.999999Z"));
    }
}
