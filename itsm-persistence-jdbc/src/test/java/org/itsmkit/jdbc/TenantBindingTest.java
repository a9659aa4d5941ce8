package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.engine.EngineTenantContract;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * P9: whatever the people of a tenant do, every statement on a table of the kit not only names the tenant for each table that it touches,
 * but is executed with that tenant's name bound to it, and no other's.
 */
class TenantBindingTest {

    private static final TenantId ACME = TenantId.of("acme-of-the-binding-test");
    private static final TenantId GLOBEX = TenantId.of("globex-of-the-binding-test");
    private static final int OPERATIONS = 700;

    /** Looks at each statement that is executed while work is done for one tenant. */
    private static final class Watch implements JdbcTap.Spy {

        private final TenantId tenant;
        private final Set<String> seen = Collections.synchronizedSet(new LinkedHashSet<>());
        private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

        Watch(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public void executing(String sql, List<Object> bound) {
            if (!sql.contains("itsm_")) {
                return;
            }
            seen.add(sql);
            boolean binds = bound.stream().anyMatch(value -> value.equals(tenant.value()) || isTaskOf(tenant, value));
            boolean bindsAnother = bound.stream()
                    .anyMatch(value -> (value.equals(ACME.value())
                                    || value.equals(GLOBEX.value())
                                    || isTaskOf(ACME, value)
                                    || isTaskOf(GLOBEX, value))
                            && !value.equals(tenant.value())
                            && !isTaskOf(tenant, value));
            if (!TenantPredicate.namesTenant(sql) || !binds || bindsAnother) {
                wrong.add(sql + " with " + bound);
            }
        }

        /** An instance in the scheduler's table is tenant, slash, key. */
        private static boolean isTaskOf(TenantId tenant, Object value) {
            return value instanceof String text && text.startsWith(tenant.value() + "/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementBindsTheTenantThatItWorksFor(Engine engine) {
        TestDatabase database = engine.open();
        JdbcStore store = database.storeBuilder().build();
        SettableClock clock = new SettableClock();
        JdbcTaskQueue queue = database.queue(clock);
        for (TenantId tenant : List.of(ACME, GLOBEX)) {
            Watch watch = new Watch(tenant);
            database.tap().spy(watch);
            EngineTenantContract.operate(store, queue, clock.instant(), tenant, 4_711, OPERATIONS);
            database.tap().leaveAlone();

            assertThat(watch.wrong).isEmpty();
            assertThat(watch.seen).hasSizeGreaterThan(25);
        }
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatForgetsTheTenantOrTakesAnothersIsFound(Engine engine) throws SQLException {
        TestDatabase database = engine.open();
        String record = database.table("record");
        String link = database.table("link");
        List<String> planted = List.of(
                "SELECT id FROM " + record + " WHERE kind = ?",
                "UPDATE " + record + " SET version = 1 WHERE id = ?",
                "DELETE FROM " + link + " WHERE id = ?",
                "SELECT r.id FROM " + record + " r JOIN " + link + " l ON l.id = r.id WHERE r.tenant = ?",
                "SELECT id FROM " + record + " WHERE tenant = 'acme'");
        for (String sql : planted) {
            assertThat(wrong(database, sql, ACME.value())).as(sql).isNotEmpty();
        }
        String good = "SELECT id FROM " + record + " WHERE tenant = ?";
        assertThat(wrong(database, good, ACME.value())).isEmpty();
        assertThat(wrong(database, good, GLOBEX.value())).isNotEmpty();
        assertThat(wrong(database, good, "incident")).isNotEmpty();
        assertThat(wrong(database, "SELECT id FROM " + record + " WHERE tenant = ? OR tenant = ?", ACME.value()))
                .isNotEmpty();
        database.close();
    }

    /** What is found wrong with a statement on behalf of Acme whose first value is this one, and whose second is another's. */
    private static List<String> wrong(TestDatabase database, String sql, String bound) throws SQLException {
        Watch watch = new Watch(ACME);
        database.tap().spy(watch);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int values = (int) sql.chars().filter(c -> c == '?').count();
            if (values > 0) {
                statement.setString(1, bound);
            }
            if (values > 1) {
                statement.setString(2, GLOBEX.value());
            }
            statement.execute();
        } finally {
            database.tap().leaveAlone();
        }
        return watch.wrong;
    }
}
