package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.Seeds;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.junit.jupiter.api.Test;

/**
 * Tenants never see each other through any door of the kit: whatever the people of one do, they are answered the same, whether another
 * tenant, with records of the same ids, numbers and keys, is busy at the same time or not there at all.
 */
public interface EngineTenantContract extends StoreContract {

    /** How many random operations are compared. */
    int OPERATIONS = 5_000;

    /** How many the other tenant has done already when they begin. */
    int HEAD_START = 300;

    @Test
    default void noAnswerDependsOnAnotherTenant(Trial trial) {
        Seeds.each(1, random -> compare(trial, trial.store(), random.nextLong(), OPERATIONS));
    }

    /** Compares answers without and with a busy neighbour; {@code store} may be another view of the trial's. */
    static void compare(Trial trial, RecordStore store, long seed, int operations) throws Exception {
        Instant start = trial.clock().instant();
        List<Object> alone =
                Errands.answers(store, trial.tasks(), start, trial.neighbour().tenant(), seed, operations);

        Errands others =
                new Errands(store, trial.tasks(), start, trial.neighbour().tenant(), new Random(seed + 1));
        for (int i = 0; i < HEAD_START; i++) {
            others.next();
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService neighbour = Executors.newSingleThreadExecutor();
        try {
            Future<?> busy = neighbour.submit(() -> {
                while (!done.get()) {
                    others.next();
                }
            });
            Errands crowded =
                    new Errands(store, trial.tasks(), start, trial.neighbour().tenant(), new Random(seed));
            for (int i = 0; i < operations; i++) {
                assertThat(Errands.plain(crowded.next())).as("answer %s", i).isEqualTo(alone.get(i));
            }
            done.set(true);
            busy.get(1, TimeUnit.MINUTES);
        } finally {
            done.set(true);
            neighbour.shutdown();
            neighbour.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /**
     * Lets the people of {@code tenant} do so many random things, for tests that watch what a store does meanwhile.
     *
     * @return what they were answered
     */
    static List<Object> operate(
            RecordStore store, TaskQueue tasks, Instant start, TenantId tenant, long seed, int operations) {
        return Errands.answers(store, tasks, start, tenant, seed, operations);
    }
}
