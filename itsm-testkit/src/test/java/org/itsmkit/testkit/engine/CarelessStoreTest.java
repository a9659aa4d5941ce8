package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.StoreFixture;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of hostile input bites: a store that alters a text, however little, or fails where it should refuse, is found. */
class CarelessStoreTest {

    private static final EngineHostileInputContract CONTRACT = CarelessStoreTest::good;

    enum Care {
        STRIPS(String::strip),
        NORMALISES(text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
        CUTS(text -> text.length() > 4_000 ? text.substring(0, 4_000) : text),
        MENDS_LINES(text -> text.replace("\r", "")),
        LOSES_SIGNS(text -> text.replaceAll("[\\x{10000}-\\x{10ffff}]", "?"));

        private final UnaryOperator<String> change;

        Care(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    private static StoreFixture good() {
        SettableClock clock = new SettableClock();
        InMemoryStore store = new InMemoryStore(clock);
        return StoreFixture.of(store, store.tasks(), clock);
    }

    @ParameterizedTest
    @EnumSource
    void whoAltersATextIsFound(Care care) {
        SettableClock clock = new SettableClock();
        InMemoryStore good = new InMemoryStore(clock);
        try (Trial trial = Trial.of(StoreFixture.of(new Careless(good, care.change), good.tasks(), clock))) {
            assertThatThrownBy(() -> CONTRACT.whatIsSaidIsRefusedOrKeptAsItWasSaid(trial))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "STRIPS")
    void whoFailsWhereItShouldRefuseIsFound(Care care) {
        SettableClock clock = new SettableClock();
        InMemoryStore good = new InMemoryStore(clock);
        try (Trial trial = Trial.of(StoreFixture.of(new Careless(good, care.change), good.tasks(), clock))) {
            assertThatThrownBy(() -> CONTRACT.whatIsAskedForIsRefusedOrFoundExactly(trial))
                    .isInstanceOf(StoreException.class);
        }
    }

    /** A store that gives comments back otherwise than they came, and lets a database choke on a key. */
    private record Careless(InMemoryStore good, UnaryOperator<String> change) implements RecordStore {

        @Override
        public <R> List<JournalEntry> journal(
                TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
            return good.journal(tenant, kind, id, afterSequence, limit).stream()
                    .map(this::altered)
                    .toList();
        }

        private JournalEntry altered(JournalEntry entry) {
            if (!(entry.event() instanceof TicketEvent.Commented<?> comment)) {
                return entry;
            }
            Object event = new TicketEvent.Commented<>(change.apply(comment.text()), comment.isInternal());
            return new JournalEntry(
                    entry.record(),
                    entry.sequence(),
                    entry.name(),
                    event,
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.by(),
                    entry.onBehalfOf(),
                    entry.cause(),
                    entry.settingsVersion());
        }

        @Override
        public Optional<CommandKey> command(TenantId tenant, String key) {
            if (key.indexOf(0) >= 0) {
                throw new StoreException("invalid byte sequence", new IllegalStateException());
            }
            return good.command(tenant, key);
        }

        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            return good.find(tenant, kind, id);
        }

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            return good.query(tenant, kind, query);
        }

        @Override
        public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
            return good.count(tenant, kind, condition);
        }

        @Override
        public <R> Map<FieldValue, Long> countBy(
                TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
            return good.countBy(tenant, kind, condition, field);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            good.commit(tenant, commit);
        }

        @Override
        public long nextNumber(TenantId tenant, String series) {
            return good.nextNumber(tenant, series);
        }
    }
}
