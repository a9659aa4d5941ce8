package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.itsmkit.jdbc.RichCommit.DOOR;
import static org.itsmkit.jdbc.RichCommit.HEATING;
import static org.itsmkit.jdbc.RichCommit.ROOF;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The store joins the transaction of its host, and leaves it as it found it when it refuses. */
class HostTransactionTest {

    private static final TenantId ACME = TenantId.of("acme");

    private TestDatabase database;

    @AfterEach
    void nothingStaysOpen() {
        database.close();
    }

    private Host begin(Engine engine) throws SQLException {
        database = engine.open();
        RichCommit.prepare(database.store(), ACME);
        return new Host(database);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStoredIsKeptWithTheHostsOwnRow(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            JdbcStore store = host.storeBuilder().build();
            host.write("note");
            store.commit(ACME, RichCommit.commit());

            assertThat(store.find(ACME, Repairs.KIND, DOOR)).isPresent();
            assertThat(database.store().find(ACME, Repairs.KIND, DOOR)).isEmpty();
            host.commit();

            assertThat(host.wrote("note")).isTrue();
            assertThat(database.store().find(ACME, Repairs.KIND, DOOR)).isPresent();
            assertThat(database.queue(new SettableClock()).pending(ACME)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStoredGoesWhenTheHostRollsBack(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            List<String> before = RichCommit.contents(database, ACME);
            JdbcStore store = host.storeBuilder().build();
            store.commit(ACME, RichCommit.commit());
            long number = store.nextNumber(ACME, "repair");
            host.rollback();

            assertThat(RichCommit.contents(database, ACME)).isEqualTo(before);
            assertThat(store.nextNumber(ACME, "repair")).isGreaterThan(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCommitLeavesTheTransactionUsable(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            JdbcStore store = host.storeBuilder().build();
            store.commit(ACME, Commit.of().once(new CommandKey("form-1", "digest", "result")));
            host.write("before");

            Commit rich = RichCommit.commit();
            assertThatExceptionOfType(StaleRecordException.class)
                    .isThrownBy(() -> store.commit(
                            ACME,
                            new Commit(
                                    rich.writes(),
                                    List.of(new Expectation(RecordRef.of("repair", ROOF), 7)),
                                    rich.tasks(),
                                    rich.key())));
            assertThatExceptionOfType(StaleRecordException.class)
                    .isThrownBy(() -> store.commit(
                            ACME,
                            Commit.of(
                                    RichCommit.inserting(DOOR, Repair.of("The door")),
                                    RichCommit.inserting(HEATING, Repair.of("It exists")))));
            assertThatExceptionOfType(DuplicateCommandException.class)
                    .isThrownBy(() -> store.commit(ACME, Commit.of().once(new CommandKey("form-1", "other", "other"))))
                    .satisfies(
                            duplicate -> assertThat(duplicate.first().content()).isEqualTo("digest"));
            host.write("after");
            store.commit(ACME, Commit.of(RichCommit.updating(HEATING, 1, Repair.of("The heating is hot"))));
            host.commit();

            assertThat(host.wrote("before")).isTrue();
            assertThat(host.wrote("after")).isTrue();
            assertThat(database.store().find(ACME, Repairs.KIND, DOOR)).isEmpty();
            assertThat(database.store().command(ACME, "form-4711")).isEmpty();
            assertThat(database.store().command(ACME, "form-1")).isPresent();
            assertThat(database.store()
                            .find(ACME, Repairs.KIND, HEATING)
                            .orElseThrow()
                            .version())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, 4", "H2, 8", "POSTGRESQL, 4", "POSTGRESQL, 8"})
    void aConflictThatOnlyTheDatabaseSeesLeavesTheTransactionUsable(Engine engine, int isolation) throws SQLException {
        try (Host host = begin(engine)) {
            host.connection().setTransactionIsolation(isolation);
            JdbcStore store = host.storeBuilder().build();
            host.write("before");
            assertThat(store.find(ACME, Repairs.KIND, HEATING)).isPresent();
            database.store()
                    .commit(ACME, Commit.of(RichCommit.updating(HEATING, 1, Repair.of("Somebody was quicker"))));
            database.store().commit(ACME, Commit.of().once(new CommandKey("form-1", "digest", "result")));

            assertThatExceptionOfType(StaleRecordException.class)
                    .isThrownBy(
                            () -> store.commit(ACME, Commit.of(RichCommit.updating(HEATING, 1, Repair.of("Too late")))))
                    .satisfies(stale -> assertThat(stale.actual()).isEqualTo(-1));
            // The key cannot be seen in this transaction, but it is not used twice.
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> store.commit(ACME, Commit.of().once(new CommandKey("form-1", "other", "other"))));
            host.write("after");
            host.commit();

            assertThat(host.wrote("before")).isTrue();
            assertThat(host.wrote("after")).isTrue();
            assertThat(database.store().command(ACME, "form-1").orElseThrow().content())
                    .isEqualTo("digest");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionWithoutATransactionIsRefused(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            host.connection().setAutoCommit(true);
            JdbcStore store = host.storeBuilder().build();

            assertThatIllegalStateException()
                    .isThrownBy(() -> store.commit(ACME, RichCommit.commit()))
                    .withMessageContaining("autocommit");
            host.connection().setAutoCommit(false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void actsOfKeepingJoinTheTransactionAndGoWithIt(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            List<String> before = RichCommit.contents(database, ACME);
            JdbcStore store = host.storeBuilder().build();
            Act act = Act.of(People.DORA, RichCommit.NOW, "Request 17");
            store.hold(ACME, Repairs.KIND, HEATING, 1, act);
            store.release(ACME, Repairs.KIND, HEATING, 2, act);
            Repair erased = Repair.of(Redactor.TEXT);
            Redacted.Entry entry =
                    new Redacted.Entry(new RepairEvent.Described(erased), PersonId.of("erased-1"), Optional.empty());
            store.erase(
                    ACME,
                    new Redacted<>(
                            Repairs.KIND,
                            HEATING,
                            3,
                            Optional.of(erased),
                            new TreeMap<>(Map.of(1L, entry)),
                            Set.of("title")),
                    act,
                    task -> true);
            store.purge(ACME, Repairs.KIND, HEATING, 4, act, task -> true);
            assertThat(store.find(ACME, Repairs.KIND, HEATING)).isEmpty();
            assertThat(database.store().find(ACME, Repairs.KIND, HEATING)).isPresent();
            host.rollback();

            assertThat(RichCommit.contents(database, ACME)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedActLeavesTheTransactionUsable(Engine engine) throws SQLException {
        try (Host host = begin(engine)) {
            JdbcStore store = host.storeBuilder().build();
            Act act = Act.of(People.DORA, RichCommit.NOW, "Case 4711");
            store.hold(ACME, Repairs.KIND, HEATING, 1, act);

            assertThatExceptionOfType(LegalHoldException.class)
                    .isThrownBy(() -> store.purge(ACME, Repairs.KIND, HEATING, 2, act, task -> true));
            assertThatExceptionOfType(StaleRecordException.class)
                    .isThrownBy(() -> store.release(ACME, Repairs.KIND, HEATING, 1, act));
            host.write("after");
            host.commit();

            assertThat(host.wrote("after")).isTrue();
            assertThat(database.store()
                            .kept(ACME, Repairs.KIND, HEATING)
                            .orElseThrow()
                            .isHeld())
                    .isTrue();
        }
    }
}
