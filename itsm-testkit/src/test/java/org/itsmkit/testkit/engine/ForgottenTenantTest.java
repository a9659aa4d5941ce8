package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
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
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.StoreFixture;
import org.itsmkit.testkit.store.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of tenants bites: a store that forgets the tenant in one of its methods is found. */
class ForgottenTenantTest {

    private static final int OPERATIONS = 2_000;

    enum Method {
        NONE,
        FIND,
        QUERY,
        COUNT,
        COUNT_BY,
        JOURNAL,
        COMMAND,
        NEXT_NUMBER,
        PENDING
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Method forgetful) {
        SettableClock clock = new SettableClock();
        InMemoryStore good = new InMemoryStore(clock);
        Forgetful store = new Forgetful(good, forgetful);
        try (Trial trial = Trial.of(StoreFixture.of(store, store.tasks(), clock))) {
            if (forgetful == Method.NONE) {
                assertThatCode(() -> EngineTenantContract.compare(trial, store, 4_711, OPERATIONS))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> EngineTenantContract.compare(trial, store, 4_711, OPERATIONS))
                        .isInstanceOfAny(AssertionError.class, RuntimeException.class);
            }
        }
    }

    /** A store that takes what all tenants have for what one has, in one of its methods. */
    private static final class Forgetful implements RecordStore {

        private final InMemoryStore good;
        private final Method method;
        private final Set<String> met = new ConcurrentSkipListSet<>();

        Forgetful(InMemoryStore good, Method method) {
            this.good = good;
            this.method = method;
        }

        private List<TenantId> tenants(TenantId tenant, Method asked) {
            met.add(tenant.value());
            return asked == method ? met.stream().map(TenantId::of).toList() : List.of(tenant);
        }

        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            return first(tenant, Method.FIND, t -> good.find(t, kind, id));
        }

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            return first(
                            tenant,
                            Method.QUERY,
                            t -> Optional.of(good.query(t, kind, query))
                                    .filter(page -> !page.items().isEmpty()))
                    .orElseGet(() -> good.query(tenant, kind, query));
        }

        private <T> Optional<T> first(TenantId tenant, Method asked, Function<TenantId, Optional<T>> answer) {
            return tenants(tenant, asked).stream()
                    .map(answer)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        @Override
        public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
            return tenants(tenant, Method.COUNT).stream()
                    .mapToLong(t -> good.count(t, kind, condition))
                    .sum();
        }

        @Override
        public <R> Map<FieldValue, Long> countBy(
                TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
            Map<FieldValue, Long> all = new HashMap<>();
            tenants(tenant, Method.COUNT_BY)
                    .forEach(t -> good.countBy(t, kind, condition, field)
                            .forEach((value, count) -> all.merge(value, count, Long::sum)));
            return method == Method.COUNT_BY ? all : good.countBy(tenant, kind, condition, field);
        }

        @Override
        public <R> List<JournalEntry> journal(
                TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
            return first(
                            tenant,
                            Method.JOURNAL,
                            t -> Optional.of(good.journal(t, kind, id, afterSequence, limit))
                                    .filter(entries -> !entries.isEmpty()))
                    .orElse(List.of());
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            good.commit(tenant, commit);
        }

        @Override
        public Optional<CommandKey> command(TenantId tenant, String key) {
            return first(tenant, Method.COMMAND, t -> good.command(t, key));
        }

        @Override
        public long nextNumber(TenantId tenant, String series) {
            return good.nextNumber(tenants(tenant, Method.NEXT_NUMBER).get(0), series);
        }

        TaskQueue tasks() {
            return new TaskQueue() {
                @Override
                public int runDue(TaskHandler handler) {
                    return good.tasks().runDue(handler);
                }

                @Override
                public Running start(TaskHandler handler) {
                    return good.tasks().start(handler);
                }

                @Override
                public List<Task> pending(TenantId tenant) {
                    return tenants(tenant, Method.PENDING).stream()
                            .flatMap(t -> good.tasks().pending(t).stream())
                            .toList();
                }
            };
        }
    }
}
