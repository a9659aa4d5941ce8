package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A consumer that remembers the last position it saw misses nothing, however long a transaction is open. */
class FeedTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final int WRITERS = 4;
    private static final int COMMITS = 60;

    private TestDatabase database;

    @AfterEach
    void close() {
        database.assertNothingIsOpen();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedLaterStandsLater(Engine engine) throws SQLException {
        database = engine.open();
        JdbcStore store = database.store();
        try (Host host = new Host(database)) {
            JdbcStore ambient = host.storeBuilder().build();
            // Written first, committed last.
            ambient.commit(ACME, Commit.of(RichCommit.inserting(RecordId.of("slow"), Repair.of("Slow"))));
            store.commit(ACME, Commit.of(RichCommit.inserting(RecordId.of("quick"), Repair.of("Quick"))));

            List<FeedEntry> first = store.feed(List.of(Repairs.KIND), 0, 10);
            host.commit();
            List<FeedEntry> second = store.feed(List.of(Repairs.KIND), 1, 10);

            assertThat(first)
                    .extracting(entry -> entry.entry().record().id().value())
                    .containsExactly("quick");
            assertThat(second)
                    .extracting(entry -> entry.entry().record().id().value())
                    .containsExactly("slow");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConsumerSeesEverythingOnceAndEachRecordInOrder(Engine engine) throws Exception {
        database = engine.open();
        JdbcStore store = database.store();
        List<RecordId> doors =
                IntStream.range(0, 6).mapToObj(i -> RecordId.of("door" + i)).toList();
        doors.forEach(door -> store.commit(ACME, Commit.of(counting(door, 0, 0))));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writer(new Random(writer), doors)));
            }
            List<Future<List<FeedEntry>>> consumers =
                    List.of(threads.submit(() -> consume(writing, 7)), threads.submit(() -> consume(writing, 100)));
            int written = doors.size();
            for (Future<Integer> each : writers) {
                written += each.get();
            }
            writing.set(false);

            for (Future<List<FeedEntry>> consumer : consumers) {
                List<FeedEntry> seen = consumer.get();
                assertThat(seen).hasSize(written);
                assertThat(seen)
                        .extracting(FeedEntry::position)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, written).boxed().toList());
                Map<RecordId, Long> last = new HashMap<>();
                for (FeedEntry entry : seen) {
                    long before = last.getOrDefault(entry.entry().record().id(), 0L);
                    assertThat(entry.entry().sequence()).isEqualTo(before + 1);
                    last.put(entry.entry().record().id(), entry.entry().sequence());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Write<Counter> counting(RecordId door, long version, long visitors) {
        return new Write<>(
                Counter.KIND,
                door,
                version,
                java.util.Optional.of(new Counter(visitors)),
                List.of(RichCommit.entry(new Counter.Entered(1))));
    }

    /** Commits in transactions of a host, each of which holds one to three commits, and now and then rolls back. */
    private Callable<Integer> writer(Random random, List<RecordId> doors) {
        return () -> {
            int written = 0;
            for (int i = 0; i < COMMITS; i++) {
                try (Host host = new Host(database, false)) {
                    int pending = count(host.storeBuilder().build(), random, doors);
                    if (random.nextInt(5) > 0) {
                        host.commit();
                        written += pending;
                    }
                }
            }
            return written;
        };
    }

    /**
     * Counts a visitor at one to three doors; at fewer if somebody else is quicker. The doors in their order: the store keeps an
     * order of locks within a commit only, and hosts that wait for each other are not what is tried here.
     */
    private static int count(JdbcStore store, Random random, List<RecordId> doors) {
        int counted = 0;
        int first = random.nextInt(doors.size());
        for (RecordId door : doors.subList(first, Math.min(doors.size(), first + 1 + random.nextInt(3)))) {
            Stored<Counter> stored = store.find(ACME, Counter.KIND, door).orElseThrow();
            try {
                long visitors = stored.record().visitors() + 1;
                store.commit(ACME, Commit.of(counting(door, stored.version(), visitors)));
                counted++;
            } catch (StaleRecordException e) {
                assertThat(e.expected()).isEqualTo(stored.version());
            }
        }
        return counted;
    }

    private List<FeedEntry> consume(AtomicBoolean writing, int limit) {
        JdbcStore store = database.store();
        List<FeedEntry> seen = new ArrayList<>();
        boolean more = true;
        while (more) {
            boolean ended = !writing.get();
            long position = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
            List<FeedEntry> next = store.feed(List.of(Counter.KIND), position, limit);
            seen.addAll(next);
            more = !ended || !next.isEmpty();
        }
        return seen;
    }
}
