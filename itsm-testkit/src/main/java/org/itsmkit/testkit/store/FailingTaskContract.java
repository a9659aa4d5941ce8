package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.junit.jupiter.api.Test;

/** A task that failed comes again later, and stands in nobody's way. */
public interface FailingTaskContract extends StoreContract {

    /** Later than any queue waits after a first failure. */
    Duration LATER = Duration.ofDays(2);

    @Test
    default void aFailedTaskStays(Trial trial) {
        Hands failing = Hands.of(trial).doing((tenant, task) -> {
            throw new IllegalStateException("the printer is out of paper");
        });
        trial.schedule(task(trial, "print"));

        assertThat(trial.tasks().runDue(failing)).isZero();

        assertThat(failing.keys()).as("tried once").containsExactly("print");
        assertThat(trial.tasks().pending(trial.tenant())).extracting(Task::key).containsExactly("print");
        assertThat(trial.tasks().runDue(failing)).isZero();
        assertThat(failing.keys()).as("not at once again").containsExactly("print");
    }

    @Test
    default void aFailedTaskComesAgainLaterAsItWas(Trial trial) {
        AtomicBoolean broken = new AtomicBoolean(true);
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (broken.get()) {
                throw new IOException("the printer is out of paper");
            }
        });
        Task print = task(trial, "print");
        trial.schedule(print);
        trial.tasks().runDue(hands);

        broken.set(false);
        trial.clock().advance(LATER);

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.seen()).containsExactly(print, print);
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
    }

    @Test
    default void othersProceed(Trial trial) {
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (task.key().equals("b")) {
                throw new IllegalStateException("the printer is out of paper");
            }
        });
        List.of("a", "b", "c", "d").forEach(key -> trial.schedule(task(trial, key)));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(3);

        assertThat(hands.keys()).containsExactly("a", "b", "c", "d");
        assertThat(trial.tasks().pending(trial.tenant())).extracting(Task::key).containsExactly("b");
    }

    @Test
    default void aTaskIsTriedOncePerRunEvenIfTimePasses(Trial trial) {
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            trial.clock().advance(LATER);
            if (task.key().equals("a")) {
                throw new IllegalStateException("the printer is out of paper");
            }
        });
        trial.schedule(task(trial, "a"));
        trial.schedule(task(trial, "b"));

        assertThat(trial.tasks().runDue(hands)).isEqualTo(1);
        assertThat(hands.keys()).containsExactly("a", "b");
    }

    @Test
    default void pausesGrow(Trial trial) {
        Hands failing = Hands.of(trial).doing((tenant, task) -> {
            throw new IllegalStateException("the printer is out of paper");
        });
        trial.schedule(task(trial, "print"));
        trial.tasks().runDue(failing);

        List<Duration> pauses = new ArrayList<>();
        for (int failure = 1; failure <= 4; failure++) {
            pauses.add(pauseUntil(trial, failing, failure + 1));
        }

        assertThat(pauses).isSorted().doesNotHaveDuplicates();
        assertThat(trial.tasks().pending(trial.tenant())).hasSize(1);
    }

    /** How long it takes until the task has been tried this often; about an eighth too long at most. */
    private static Duration pauseUntil(Trial trial, Hands failing, int tries) {
        Duration waited = Duration.ZERO;
        while (failing.seen().size() < tries) {
            Duration step = waited.dividedBy(8).plusMillis(100);
            waited = waited.plus(step);
            assertThat(waited).as("pause before try %s", tries).isLessThan(Duration.ofDays(365));
            trial.clock().advance(step);
            trial.tasks().runDue(failing);
        }
        return waited;
    }

    @Test
    default void aFailedTaskCanBeCancelledOrReplaced(Trial trial) {
        AtomicBoolean broken = new AtomicBoolean(true);
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            if (broken.get()) {
                throw new IllegalStateException("the printer is out of paper");
            }
        });
        trial.schedule(task(trial, "cancelled"));
        trial.schedule(task(trial, "replaced"));
        trial.tasks().runDue(hands);
        broken.set(false);

        trial.commit(
                Commit.of().task(TaskChange.cancel("cancelled")).task(TaskChange.schedule(task(trial, "replaced"))));

        assertThat(trial.tasks().runDue(hands))
                .as("what is scheduled anew has not failed")
                .isEqualTo(1);
        trial.clock().advance(LATER);
        assertThat(trial.tasks().runDue(hands)).isZero();
        assertThat(hands.keys()).containsExactly("cancelled", "replaced", "replaced");
    }

    @Test
    default void whatWasCancelledWhileItFailedDoesNotComeBack(Trial trial) {
        Hands hands = Hands.of(trial).doing((tenant, task) -> {
            trial.commit(Commit.of().task(TaskChange.cancel(task.key())));
            throw new IllegalStateException("the printer is out of paper");
        });
        trial.schedule(task(trial, "print"));

        trial.tasks().runDue(hands);

        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
        trial.clock().advance(LATER);
        assertThat(trial.tasks().runDue(hands)).isZero();
        assertThat(hands.keys()).containsExactly("print");
    }

    private static Task task(Trial trial, String key) {
        return new Task(key, "print", trial.clock().instant(), Map.of("paper", "A4"));
    }
}
