package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.testkit.engine.EngineTenantContract;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: with row level security, even a statement that forgets the tenant sees and touches one tenant's rows only. */
class RowLevelSecurityTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId GLOBEX = TenantId.of("globex");

    private final TestDatabase database = Engine.POSTGRESQL.open();
    private final String role = "desk_of_" + database.schema();

    @BeforeEach
    void buildTheWall() {
        RichCommit.prepare(database.store(), ACME);
        RichCommit.prepare(database.store(), GLOBEX);
        database.execute("CREATE ROLE " + role + " NOLOGIN");
        for (String statement :
                SchemaScript.rowLevelSecurity(database.schema(), "itsm_", role).split(";\\s*(\\n|$)")) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
    }

    @AfterEach
    void tearItDown() {
        database.execute("DROP OWNED BY " + role);
        database.execute("DROP ROLE " + role);
        database.close();
    }

    /** Connections as a host would give them for requests of a tenant: in the role, with the tenant named until they are closed. */
    private DataSource requestsOf(Optional<TenantId> tenant) {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = database.plain().getConnection();
            execute(connection, "SET ROLE " + role);
            execute(
                    connection,
                    "SELECT set_config('itsm.tenant', '"
                            + tenant.map(TenantId::value).orElse("") + "', false)");
            return proxy(Connection.class, (asked, values) -> {
                if (asked.getName().equals("close")) {
                    if (!connection.getAutoCommit()) {
                        connection.rollback();
                        connection.setAutoCommit(true);
                    }
                    execute(connection, "RESET ROLE");
                    execute(connection, "RESET itsm.tenant");
                }
                return asked.invoke(connection, values);
            });
        });
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                RowLevelSecurityTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private JdbcStore storeOf(TenantId tenant) {
        return JdbcStore.builder()
                .dataSource(requestsOf(Optional.of(tenant)))
                .schema(database.schema())
                .build();
    }

    private static long number(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (statement.execute()) {
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    return row.getLong(1);
                }
            }
            return statement.getUpdateCount();
        }
    }

    @Test
    void theStoreWorksBehindIt() {
        SettableClock clock = new SettableClock();
        JdbcTaskQueue queue = database.queue(clock);
        TenantId tenant = TenantId.of("initech");

        List<Object> behind = EngineTenantContract.operate(storeOf(tenant), queue, clock.instant(), tenant, 11, 400);
        List<Object> before =
                EngineTenantContract.operate(database.store(), queue, clock.instant(), TenantId.of("hooli"), 11, 400);

        assertThat(behind).isEqualTo(before);
        assertThat(storeOf(ACME).count(ACME, Repairs.KIND, Condition.all())).isEqualTo(3);
    }

    @Test
    void aStatementThatForgetsTheTenantSeesAndTouchesOneTenantsRowsOnly() throws SQLException {
        DataSource acme = requestsOf(Optional.of(ACME));
        for (String table : List.of("record", "field", "text", "word", "link", "journal", "command", "task")) {
            String count = "SELECT COUNT(*) FROM " + database.table(table);
            String tenant = table.equals("task") ? "split_part(task_instance, '/', 1)" : "tenant";
            long own = number(database.plain(), count + " WHERE " + tenant + " = 'acme'");

            assertThat(number(acme, count)).as(table).isEqualTo(own);
            if (!table.equals("command")) {
                assertThat(number(database.plain(), count))
                        .as("it bites: %s", table)
                        .isGreaterThan(own);
            }
            assertThat(number(requestsOf(Optional.empty()), count)).as(table).isZero();
        }
        assertThat(number(acme, "UPDATE " + database.table("record") + " SET body_version = body_version"))
                .isEqualTo(3);
        assertThat(number(acme, "DELETE FROM " + database.table("link"))).isEqualTo(3);
        assertThat(number(database.plain(), "SELECT COUNT(*) FROM " + database.table("link")))
                .isEqualTo(3);
    }

    @Test
    void nothingIsWrittenForAnotherTenant() {
        DataSource acme = requestsOf(Optional.of(ACME));
        for (String sql : List.of(
                "INSERT INTO " + database.table("number") + " VALUES ('globex', 'incident', 1)",
                "UPDATE " + database.table("record") + " SET tenant = 'globex'",
                "UPDATE " + database.table("journal") + " SET payload = ''",
                "DELETE FROM " + database.table("journal"),
                "SELECT * FROM " + database.table("feed"))) {
            assertThatExceptionOfType(SQLException.class)
                    .as(sql)
                    .isThrownBy(() -> number(acme, sql))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theStoreOfOneTenantCannotBeAskedForAnother() {
        JdbcStore store = storeOf(ACME);

        assertThat(store.find(GLOBEX, Repairs.KIND, RichCommit.HEATING)).isEmpty();
        assertThat(store.count(GLOBEX, Repairs.KIND, Condition.all())).isZero();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(
                        GLOBEX,
                        org.itsmkit.spi.store.Commit.of(RichCommit.inserting(
                                RichCommit.DOOR, org.itsmkit.testkit.fixture.Repair.of("Not theirs")))));
    }

    @Test
    void namesThatAreNotPlainAreRefused() {
        for (String name : List.of("a b", "x;drop table y", "\"q\"", "", "a.b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SchemaScript.rowLevelSecurity("", "itsm_", name));
        }
    }
}
