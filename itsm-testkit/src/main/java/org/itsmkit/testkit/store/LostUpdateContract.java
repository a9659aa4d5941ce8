package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.Counter;
import org.junit.jupiter.api.Test;

/** No update is lost: eight threads count visitors, each reading before it writes, and beginning again when it was late. */
public interface LostUpdateContract extends StoreContract {

    /** How many threads count. */
    int THREADS = 8;

    /** How many visitors each thread counts. */
    int VISITORS = 250;

    @Test
    default void noUpdateOfOneRecordIsLost(Trial trial) throws Exception {
        assertNoneIsLost(trial, 1);
    }

    @Test
    default void noUpdateOfSixteenRecordsIsLost(Trial trial) throws Exception {
        assertNoneIsLost(trial, 16);
    }

    private static void assertNoneIsLost(Trial trial, int doors) throws Exception {
        List<RecordId> ids = IntStream.range(0, doors).mapToObj(Ids::numbered).toList();
        ids.forEach(id -> trial.commit(trial.counting(id, 0, Counter.ZERO)));
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            threads.add(() -> {
                for (int visitor = 0; visitor < VISITORS; visitor++) {
                    enter(trial, ids.get(random.nextInt(doors)));
                }
                return VISITORS;
            });
        }

        Race.run(threads);

        List<Stored<Counter>> counters =
                ids.stream().map(id -> counter(trial, id)).toList();
        assertThat(counters.stream()
                        .mapToLong(stored -> stored.record().visitors())
                        .sum())
                .as("visitors that were counted")
                .isEqualTo((long) THREADS * VISITORS);
        assertThat(counters)
                .allSatisfy(stored -> assertThat(stored.version())
                        .as("version of %s", stored)
                        .isEqualTo(stored.record().visitors() + 1));
        assertThat(counters)
                .allSatisfy(stored -> assertThat(
                                trial.store().journal(trial.tenant(), Counter.KIND, stored.id(), 0, 10_000))
                        .hasSize((int) stored.version()));
    }

    private static void enter(Trial trial, RecordId id) {
        boolean counted = false;
        while (!counted) {
            Stored<Counter> stored = counter(trial, id);
            try {
                trial.commit(
                        trial.counting(id, stored.version(), stored.record().plus(1)));
                counted = true;
            } catch (StaleRecordException late) {
                assertThat(late.expected()).isEqualTo(stored.version());
            }
        }
    }

    private static Stored<Counter> counter(Trial trial, RecordId id) {
        return trial.store().find(trial.tenant(), Counter.KIND, id).orElseThrow();
    }
}
