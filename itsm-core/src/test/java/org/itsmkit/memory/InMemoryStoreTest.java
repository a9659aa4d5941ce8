package org.itsmkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is particular to the store in memory; the contracts that it shares with all stores run in the testkit. */
class InMemoryStoreTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore(InstantSource.fixed(NOON));

    @Test
    void readsSeeWholeCommits() throws InterruptedException {
        RecordId anna = RecordId.of("anna");
        RecordId ben = RecordId.of("ben");
        store.commit(ACME, Commit.of(write(anna, 0, new Visit("Anna", 0)), write(ben, 0, new Visit("Ben", 0))));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread lift = new Thread(() -> {
            for (int floor = 1; floor <= 2_000; floor++) {
                store.commit(
                        ACME,
                        Commit.of(
                                write(anna, floor, new Visit("Anna", floor)),
                                write(ben, floor, new Visit("Ben", floor))));
            }
        });
        lift.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        lift.start();

        while (lift.isAlive()) {
            Page<Stored<Visit>> page = store.query(ACME, Visit.KIND, Query.where(Condition.all()));
            assertThat(page.items()).hasSize(2);
            assertThat(page.items().get(0).record().floor())
                    .isEqualTo(page.items().get(1).record().floor());
            assertThat(store.countBy(ACME, Visit.KIND, Condition.all(), Visit.FLOOR.key()))
                    .hasSize(1);
        }
        lift.join();

        assertThat(failure.get()).isNull();
        assertThat(store.find(ACME, Visit.KIND, anna).orElseThrow().version()).isEqualTo(2_001);
    }

    @Test
    void answersAreNotTheStoresOwnLists() {
        store.commit(ACME, Commit.of(write(RecordId.of("anna"), 0, new Visit("Anna", 1))));
        var journal = store.journal(ACME, Visit.KIND, RecordId.of("anna"), 0, 10);
        var feed = store.feed(List.of(Visit.KIND), 0, 10);
        var tenants = store.tenants();
        store.commit(ACME, Commit.of(write(RecordId.of("anna"), 1, new Visit("Anna", 2))));
        store.commit(TenantId.of("globex"), Commit.of(write(RecordId.of("anna"), 0, new Visit("Anna", 2))));

        assertThat(journal).hasSize(1);
        assertThat(feed).hasSize(1);
        assertThat(tenants).containsExactly(ACME);
    }

    @Test
    void aKindThatChangedCannotReadWhatWasKept() {
        record Guest(String name) {}
        RecordKind<Guest> changed = new RecordKind<>() {
            @Override
            public String name() {
                return Visit.KIND.name();
            }

            @Override
            public Class<Guest> type() {
                return Guest.class;
            }

            @Override
            public List<EventType<?>> events() {
                return List.of();
            }

            @Override
            public List<Field<Guest, ?>> fields() {
                return List.of();
            }
        };
        store.commit(ACME, Commit.of(write(RecordId.of("anna"), 0, new Visit("Anna", 1))));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.find(ACME, changed, RecordId.of("anna")));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.query(ACME, changed, Query.where(Condition.all())));
    }

    @Test
    void aHundredThousandRecordsAreNoBurden() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int batch = 0; batch < 100; batch++) {
                List<Write<?>> writes = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                    int number = batch * 1_000 + i;
                    writes.add(write(id(number), 0, new Visit("Guest " + number, number % 100)));
                }
                store.commit(ACME, new Commit(writes, List.of(), List.of(), Optional.empty()));
            }
            Query byFloor = Query.where(Visit.FLOOR.isAtLeast(BigDecimal.valueOf(50)))
                    .orderBy(Visit.FLOOR.descending(), Visit.GUEST.ascending());
            for (int i = 0; i < 3; i++) {
                assertThat(store.query(ACME, Visit.KIND, byFloor).items()).hasSize(100);
                assertThat(store.count(ACME, Visit.KIND, Visit.FLOOR.is(BigDecimal.ONE)))
                        .isEqualTo(1_000);
            }
            assertThat(store.countBy(ACME, Visit.KIND, Condition.all(), Visit.FLOOR.key()))
                    .hasSize(100)
                    .containsEntry(FieldValue.number(7), 1_000L);
            for (int number = 0; number < 100_000; number++) {
                assertThat(store.find(ACME, Visit.KIND, id(number))).isPresent();
            }
            assertThat(pagesById()).isEqualTo(100_000);
        });
    }

    private int pagesById() {
        int found = 0;
        Optional<Query> next = Optional.of(Query.where(Condition.all()).limit(1_000));
        while (next.isPresent()) {
            Query query = next.get();
            Page<Stored<Visit>> page = store.query(ACME, Visit.KIND, query);
            found += page.items().size();
            next = page.next().map(query::after);
        }
        return found;
    }

    private static RecordId id(int number) {
        return RecordId.of(String.format("v%06d", number));
    }

    private static Write<Visit> write(RecordId id, long version, Visit visit) {
        NewEntry arrived = new NewEntry(
                new Visit.Arrived(visit.guest()), NOON, NOON, Caller.SYSTEM, Optional.empty(), Cause.of("test"), 0);
        return new Write<>(Visit.KIND, id, version, Optional.of(visit), List.of(arrived));
    }

    @Test
    void mapsOfCountsKeepTheirOrder() {
        store.commit(
                ACME,
                Commit.of(
                        write(id(1), 0, new Visit("Anna", 9)),
                        write(id(2), 0, new Visit("Ben", 10)),
                        write(id(3), 0, new Visit("Carla", 10))));

        Map<FieldValue, Long> counts = store.countBy(ACME, Visit.KIND, Condition.all(), Visit.FLOOR.key());

        assertThat(counts.keySet()).containsExactly(FieldValue.number(10), FieldValue.number(9));
    }
}
