package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmkit.spi.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No number is given twice, by however many stores on one database. */
class NumbersTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final int THREADS = 8;
    private static final int EACH = 500;

    private TestDatabase database;

    @AfterEach
    void close() {
        database.assertNothingIsOpen();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void twoStoresAndEightThreadsGetDifferentNumbersInRisingOrder(Engine engine) throws Exception {
        database = engine.open();
        List<JdbcStore> stores =
                List.of(database.store(), database.storeBuilder().numberBlock(7).build());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Long>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                JdbcStore store = stores.get(i % stores.size());
                futures.add(threads.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int n = 0; n < EACH; n++) {
                        numbers.add(store.nextNumber(ACME, "incident"));
                    }
                    return numbers;
                }));
            }
            Set<Long> all = new HashSet<>();
            for (Future<List<Long>> future : futures) {
                assertThat(future.get()).isSorted();
                all.addAll(future.get());
            }
            assertThat(all).hasSize(THREADS * EACH).doesNotContain(0L);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesBeginsWithOneForEveryTenant(Engine engine) {
        database = engine.open();
        JdbcStore store = database.store();

        assertThat(store.nextNumber(ACME, "incident")).isEqualTo(1);
        assertThat(store.nextNumber(ACME, "incident")).isEqualTo(2);
        assertThat(store.nextNumber(ACME, "change")).isEqualTo(1);
        assertThat(store.nextNumber(TenantId.of("other"), "incident")).isEqualTo(1);
        assertThat(database.store().nextNumber(ACME, "incident")).isGreaterThan(2);
    }
}
