package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * P2: a database that fails at any call of JDBC, before or after it took effect, leaves all of a commit or nothing, in a transaction of
 * the store's own and in its host's; connections go back as they came, and nothing stays open.
 */
class AllOrNothingTest {

    private TestDatabase database;
    private List<String> after = List.of();
    private int tenants;

    @AfterEach
    void close() {
        database.close();
    }

    /** How a run ended. */
    private enum Outcome {
        ALL,
        NOTHING,
        SOMETHING
    }

    /** Fails the call with a number, before or after it is made. */
    private static final class Fault implements JdbcTap.Spy {

        private final List<String> calls = new ArrayList<>();
        private final int failing;
        private final boolean afterwards;

        Fault(int failing, boolean afterwards) {
            this.failing = failing;
            this.afterwards = afterwards;
        }

        private boolean counts(String call) {
            // What only binds values cannot fail halfway.
            return !call.startsWith("PreparedStatement.set") && !call.equals("DataSource.getConnection");
        }

        @Override
        public void before(String call, Object[] arguments) throws SQLException {
            if (counts(call)) {
                calls.add(call);
                if (calls.size() == failing && !afterwards) {
                    throw new SQLException("injected before call " + failing + ", " + call);
                }
            }
        }

        @Override
        public void after(String call, Object[] arguments) throws SQLException {
            if (counts(call) && calls.size() == failing && afterwards) {
                throw new SQLException("injected after call " + failing + ", " + call);
            }
        }
    }

    /** One run of the commit, with a fault. */
    private interface Run {
        Outcome with(Fault fault) throws SQLException;
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionOfItsOwnIsKeptAsAWholeOrNotAtAll(Engine engine) throws SQLException {
        database = engine.open();
        JdbcStore store = database.store();

        assertThat(everyFault(fault -> own(store, fault))).doesNotContain(Outcome.SOMETHING);
    }

    @ParameterizedTest
    @EnumSource
    void theHarnessSeesThatThereIsNoTransaction(Engine engine) throws SQLException {
        database = engine.open();
        JdbcStore store = database.storeBuilder().withoutAtomicity().build();

        assertThat(leavesSomething(fault -> own(store, fault))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aHostsTransactionHoldsAllOrNothing(Engine engine) throws SQLException {
        database = engine.open();

        assertThat(everyFault(fault -> ambient(fault, true))).doesNotContain(Outcome.SOMETHING);
    }

    @ParameterizedTest
    @EnumSource
    void theHarnessSeesThatThereIsNoSavepoint(Engine engine) throws SQLException {
        database = engine.open();

        assertThat(leavesSomething(fault -> ambient(fault, false))).isTrue();
    }

    private List<Outcome> everyFault(Run run) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Fault fault : faults(run)) {
            outcomes.add(run.with(fault));
        }
        assertThat(outcomes).contains(Outcome.NOTHING);
        return outcomes;
    }

    private boolean leavesSomething(Run run) throws SQLException {
        for (Fault fault : faults(run)) {
            if (run.with(fault) == Outcome.SOMETHING) {
                return true;
            }
        }
        return false;
    }

    private List<Fault> faults(Run run) throws SQLException {
        Fault none = new Fault(0, false);
        assertThat(run.with(none)).isEqualTo(Outcome.ALL);
        assertThat(none.calls).hasSizeGreaterThan(50);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < none.calls.size(); i++) {
            faults.add(new Fault(i + 1, false));
            // What only reads fails after it as it fails before the next.
            if (!none.calls.get(i).startsWith("ResultSet")) {
                faults.add(new Fault(i + 1, true));
            }
        }
        return faults;
    }

    private Outcome own(JdbcStore store, Fault fault) {
        TenantId tenant = TenantId.of("t" + ++tenants);
        RichCommit.prepare(store, tenant);
        List<String> before = RichCommit.contents(database, tenant);
        database.tap().spy(fault);
        boolean refused = false;
        try {
            store.commit(tenant, RichCommit.commit());
        } catch (StoreException e) {
            assertThat(e).hasStackTraceContaining("injected");
            refused = true;
        } finally {
            database.tap().leaveAlone();
        }
        database.assertNothingIsOpen();
        return outcome(tenant, before, refused);
    }

    private Outcome ambient(Fault fault, boolean atomic) throws SQLException {
        TenantId tenant = TenantId.of("t" + ++tenants);
        RichCommit.prepare(database.store(), tenant);
        List<String> before = RichCommit.contents(database, tenant);
        try (Host host = new Host(database)) {
            JdbcStore.Builder builder = host.storeBuilder();
            JdbcStore store = (atomic ? builder : builder.withoutAtomicity()).build();
            int isolation = host.connection().getTransactionIsolation();
            host.write(tenant.value());
            boolean refused = false;
            boolean lost = false;
            database.tap().spy(fault);
            try {
                store.commit(tenant, RichCommit.commit());
            } catch (StoreException e) {
                assertThat(e).hasStackTraceContaining("injected");
                refused = true;
                lost = e.getMessage().contains("must be rolled back");
            } finally {
                database.tap().leaveAlone();
            }
            assertThat(host.connection().isClosed()).isFalse();
            assertThat(host.connection().getAutoCommit()).isFalse();
            assertThat(host.connection().getTransactionIsolation()).isEqualTo(isolation);
            if (lost) {
                host.rollback();
            } else {
                host.write(tenant.value() + " afterwards");
                host.commit();
                assertThat(host.wrote(tenant.value())).isTrue();
            }
            return outcome(tenant, before, refused);
        }
    }

    private Outcome outcome(TenantId tenant, List<String> before, boolean refused) {
        List<String> now = RichCommit.contents(database, tenant);
        if (now.equals(before)) {
            assertThat(refused).isTrue();
            return Outcome.NOTHING;
        }
        if (!refused) {
            after = after.isEmpty() ? now : after;
        }
        return now.equals(after) ? Outcome.ALL : Outcome.SOMETHING;
    }
}
