package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.testkit.fixture.Repair;
import org.junit.jupiter.api.Test;

/** Tasks come with commits, wait for their time, and are done in order. */
public interface TaskContract extends StoreContract {

    @Test
    default void aTaskIsDoneOnceItIsDue(Trial trial) {
        Hands hands = Hands.of(trial);
        trial.schedule(task(trial, "remind", 60));

        assertThat(trial.tasks().runDue(hands)).isZero();
        trial.clock().advance(Duration.ofSeconds(60).minusNanos(1_000));
        assertThat(trial.tasks().runDue(hands)).as("a microsecond early").isZero();
        assertThat(hands.seen()).isEmpty();

        trial.clock().advance(Duration.ofNanos(1_000));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.keys()).containsExactly("remind");

        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
        assertThat(trial.tasks().runDue(hands)).as("done is done").isZero();
    }

    @Test
    default void aTaskArrivesAsItWasSent(Trial trial) {
        Hands hands = Hands.of(trial);
        Map<String, String> payload = new HashMap<>();
        IntStream.range(0, 48).forEach(i -> payload.put("name-" + i, "value " + i));
        payload.put("long", "\uD83D\uDE00'%\\\n".repeat(600));
        payload.put("empty", "");
        Task rich = new Task(
                "notice für Dora – 1", "notice:send", trial.clock().instant().plusNanos(123_456_789), payload);
        Task plain = new Task("k".repeat(128), "t", trial.clock().instant(), Map.of());
        trial.schedule(rich);
        trial.schedule(plain);

        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(plain, rich);
        trial.clock().advance(Duration.ofSeconds(1));
        trial.tasks().runDue(hands);

        assertThat(hands.seen()).containsExactly(plain, rich);
    }

    @Test
    default void aRefusedCommitSchedulesNothing(Trial trial) {
        Hands hands = Hands.of(trial);
        trial.schedule(task(trial, "kept", 0));
        Commit stale = Commit.of(trial.updating(DOOR, 1, Repair.of("The front door squeaks")))
                .task(TaskChange.schedule(task(trial, "unwanted", 0)))
                .task(TaskChange.schedule(task(trial, "kept", 500)))
                .task(TaskChange.cancel("kept"));

        assertThatExceptionOfType(StaleRecordException.class).isThrownBy(() -> trial.commit(stale));

        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(task(trial, "kept", 0));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.keys()).containsExactly("kept");
    }

    @Test
    default void schedulingAKeyAgainReplacesItsTask(Trial trial) {
        Hands hands = Hands.of(trial);
        Task later = new Task("remind", "remind", trial.clock().instant().plusSeconds(90), Map.of("text", "later"));
        trial.schedule(task(trial, "remind", 10));
        trial.schedule(later);

        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(later);
        trial.clock().advance(Duration.ofSeconds(89));
        assertThat(trial.tasks().runDue(hands)).isZero();
        trial.clock().advance(Duration.ofSeconds(1));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.seen()).containsExactly(later);

        trial.schedule(task(trial, "remind", 0));
        assertThat(trial.tasks().runDue(hands)).as("a key that is done is free").isEqualTo(1);
    }

    @Test
    default void aTaskCanBeBroughtForward(Trial trial) {
        Hands hands = Hands.of(trial);
        trial.schedule(task(trial, "remind", 500));
        trial.schedule(task(trial, "remind", 0));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        trial.clock().advance(Duration.ofSeconds(500));
        assertThat(trial.tasks().runDue(hands)).isZero();
    }

    @Test
    default void aCancelledTaskIsNotDone(Trial trial) {
        Hands hands = Hands.of(trial);
        trial.schedule(task(trial, "remind", 0));
        trial.schedule(task(trial, "Remind", 0));

        trial.commit(Commit.of().task(TaskChange.cancel("remind")).task(TaskChange.cancel("never heard of")));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.keys()).containsExactly("Remind");
    }

    @Test
    default void changesOfOneCommitAreAppliedInOrder(Trial trial) {
        Hands hands = Hands.of(trial);

        trial.commit(Commit.of()
                .task(TaskChange.schedule(task(trial, "gone", 0)))
                .task(TaskChange.cancel("gone"))
                .task(TaskChange.cancel("there"))
                .task(TaskChange.schedule(task(trial, "there", 50)))
                .task(TaskChange.schedule(task(trial, "there", 0))));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.keys()).containsExactly("there");
    }

    @Test
    default void tasksAreDoneByDueInstantThenKey(Trial trial) {
        Hands hands = Hands.of(trial);
        for (String key : List.of("e", "\uD83D\uDE00", "\uFB01re", "B", "a", "b")) {
            trial.schedule(task(trial, key, 10));
        }
        trial.schedule(task(trial, "z", 5));
        trial.schedule(task(trial, "A", 20));

        assertThat(trial.tasks().pending(trial.tenant()))
                .extracting(Task::key)
                .containsExactly("z", "B", "a", "b", "e", "\uFB01re", "\uD83D\uDE00", "A");
        trial.clock().advance(Duration.ofSeconds(20));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(8);
        assertThat(hands.keys()).containsExactly("z", "B", "a", "b", "e", "\uFB01re", "\uD83D\uDE00", "A");
    }

    @Test
    default void whatFallsDueMeanwhileIsDoneToo(Trial trial) {
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (task.key().equals("first")) {
                trial.schedule(task(trial, "second", 0));
                trial.clock().advance(Duration.ofSeconds(30));
            }
        });
        trial.schedule(task(trial, "first", 0));
        trial.schedule(task(trial, "third", 30));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(3);
        assertThat(hands.keys()).containsExactly("first", "second", "third");
    }

    @Test
    default void aHandlerMayScheduleItsOwnKeyAgain(Trial trial) {
        Hands hands = Hands.of(trial).doing((tenant, task) -> trial.schedule(task(trial, task.key(), 60)));
        trial.schedule(task(trial, "daily", 0));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(task(trial, "daily", 60));
        trial.clock().advance(Duration.ofSeconds(60));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(task(trial, "daily", 60));
    }

    @Test
    default void tenantsHaveTasksOfTheirOwn(Trial trial) {
        Hands hands = Hands.of(trial);
        Trial neighbour = trial.neighbour();
        Hands others = Hands.of(neighbour);
        trial.schedule(task(trial, "remind", 0));
        neighbour.schedule(new Task("remind", "remind", trial.clock().instant(), Map.of("text", "theirs")));
        neighbour.schedule(task(trial, "other", 0));

        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(task(trial, "remind", 0));
        neighbour.commit(Commit.of().task(TaskChange.cancel("remind")));
        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(task(trial, "remind", 0));

        int done = trial.tasks().runDue((tenant, task) -> {
            hands.handle(tenant, task);
            others.handle(tenant, task);
        });

        assertThat(done).isEqualTo(2);
        assertThat(hands.keys()).containsExactly("remind");
        assertThat(others.keys()).containsExactly("other");
    }

    @Test
    default void atMostAThousandTasksAreShown(Trial trial) {
        Hands hands = Hands.of(trial);
        for (int batch = 0; batch < 11; batch++) {
            Commit commit = Commit.of();
            for (int i = 0; i < 100; i++) {
                commit = commit.task(TaskChange.schedule(task(trial, "task-" + (10_000 + batch * 100 + i), 1)));
            }
            trial.commit(commit);
        }

        assertThat(trial.tasks().pending(trial.tenant()))
                .hasSize(1_000)
                .first()
                .extracting(Task::key)
                .isEqualTo("task-10000");
        trial.clock().advance(Duration.ofSeconds(1));
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1_100);
        assertThat(hands.keys()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void aTaskMayWaitForVeryLong(Trial trial) {
        Hands hands = Hands.of(trial);
        Task last = new Task("last", "remind", Micros.MAX, Map.of());
        Task first = new Task("first", "remind", Micros.MIN, Map.of());
        trial.schedule(last);
        trial.schedule(first);

        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(first, last);
        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.seen()).containsExactly(first);
        trial.commit(Commit.of().task(TaskChange.cancel("last")));
    }

    private static Task task(Trial trial, String key, long seconds) {
        return new Task(key, "remind", trial.clock().instant().plusSeconds(seconds), Map.of("text", key));
    }
}
