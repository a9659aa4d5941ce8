package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P13: what the store borrows it gives back as it was. */
class OwnTransactionTest {

    private static final TenantId ACME = TenantId.of("acme");

    @ParameterizedTest
    @CsvSource({
        "H2, true, false, 2",
        "H2, false, false, 4",
        "POSTGRESQL, true, false, 2",
        "POSTGRESQL, false, true, 4",
        "POSTGRESQL, true, true, 8"
    })
    void aConnectionIsGivenBackAsItWas(Engine engine, boolean autoCommit, boolean readOnly, int isolation)
            throws SQLException {
        TestDatabase database = engine.open();
        try (Connection connection = database.plain().getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(autoCommit);
            JdbcStore store = JdbcStore.builder()
                    .dataSource(lending(connection))
                    .schema(database.schema())
                    .build();

            everything(store);

            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(connection.isReadOnly()).isEqualTo(readOnly);
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            // And nothing is left undone in it.
            connection.setAutoCommit(true);
            assertThat(database.store().find(ACME, Repairs.KIND, RichCommit.DOOR))
                    .isPresent();
        }
        database.close();
    }

    private static void everything(JdbcStore store) {
        RichCommit.prepare(store, ACME);
        store.commit(ACME, RichCommit.commit());
        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() ->
                        store.commit(ACME, Commit.of(RichCommit.updating(RichCommit.DOOR, 9, Repair.of("Too late")))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.query(
                        ACME,
                        Counter.KIND,
                        Query.where(Condition.all()).orderBy(org.itsmkit.spi.query.Order.ascending(Repairs.TITLE))));
        store.find(ACME, Repairs.KIND, RichCommit.DOOR);
        store.query(ACME, Repairs.KIND, Query.where(Condition.words(Repairs.TITLE, "door")));
        store.journal(ACME, Repairs.KIND, RichCommit.DOOR, 0, 10);
        store.nextNumber(ACME, "repair");
        store.feed(List.of(Repairs.KIND), 0, 10);
        store.tenants();
        assertThat(store.verifyChains(List.of(Repairs.KIND), entries -> {}).holds())
                .isTrue();
    }

    /** Gives out one connection again and again, and does not close it. */
    private static DataSource lending(Connection connection) {
        Connection unclosed = (Connection) Proxy.newProxyInstance(
                OwnTransactionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(connection, method, arguments));
        return (DataSource) Proxy.newProxyInstance(
                OwnTransactionTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> unclosed);
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
