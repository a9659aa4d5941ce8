package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.StoreFixture;
import org.itsmkit.testkit.store.Trial;
import org.junit.jupiter.api.Test;

/** The engine keeps its contract on the store in memory; and the contract of circles is shown to bite. */
class InMemoryEngineTest implements EngineContract {

    @Override
    public StoreFixture open() {
        SettableClock clock = new SettableClock();
        InMemoryStore store = new InMemoryStore(clock);
        return StoreFixture.of(store, store.tasks(), clock);
    }

    @Test
    void withoutExpectationsTwoIncidentsEndUnderEachOther(Trial trial) throws Exception {
        assertThat(EngineRaceContract.circles(trial, new WithoutExpectations(trial.store(), new CyclicBarrier(2))))
                .as("rounds that ended in a circle")
                .isPositive();
    }

    /** A store that does not look at what a decision relied on, and where two decisions are made before either is kept. */
    private record WithoutExpectations(RecordStore inner, CyclicBarrier decided) implements RecordStore {

        @Override
        public void commit(TenantId tenant, Commit commit) {
            if (!commit.expectations().isEmpty()) {
                try {
                    decided.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new AssertionError("the other never came to its commit", e);
                }
            }
            inner.commit(tenant, new Commit(commit.writes(), List.of(), commit.tasks(), commit.key()));
        }

        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            return inner.find(tenant, kind, id);
        }

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            return inner.query(tenant, kind, query);
        }

        @Override
        public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
            return inner.count(tenant, kind, condition);
        }

        @Override
        public <R> Map<FieldValue, Long> countBy(
                TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
            return inner.countBy(tenant, kind, condition, field);
        }

        @Override
        public <R> List<JournalEntry> journal(
                TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
            return inner.journal(tenant, kind, id, afterSequence, limit);
        }

        @Override
        public Optional<CommandKey> command(TenantId tenant, String key) {
            return inner.command(tenant, key);
        }

        @Override
        public long nextNumber(TenantId tenant, String series) {
            return inner.nextNumber(tenant, series);
        }
    }
}
