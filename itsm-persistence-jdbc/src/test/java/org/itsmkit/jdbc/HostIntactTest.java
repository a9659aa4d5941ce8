package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.engine.EngineTenantContract;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * P13: the host stays intact. After each of many operations, those that fail included, nothing that was opened is open, what was lent is
 * as it was lent, and the process has no thread, hook, setting, thread-local or static state more than before.
 */
class HostIntactTest {

    private static final TenantId ACME = TenantId.of("acme");

    /** Something that a host asks for. */
    interface Operation {
        void on(JdbcStore store, JdbcTaskQueue queue, DataSource dataSource) throws Exception;
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        AtomicInteger ids = new AtomicInteger();
        all.put(
                "commit",
                (s, q, d) -> s.commit(
                        ACME,
                        Commit.of(RichCommit.inserting(
                                        org.itsmkit.spi.RecordId.of("x" + ids.incrementAndGet()), Repair.of("New")))
                                .once(new CommandKey("key-" + ids.get(), "digest", "result"))));
        all.put(
                "stale commit",
                (s, q, d) -> assertThatExceptionOfType(StaleRecordException.class)
                        .isThrownBy(() -> s.commit(
                                ACME, Commit.of(RichCommit.updating(RichCommit.HEATING, 99, Repair.of("Too late"))))));
        all.put(
                "duplicate commit",
                (s, q, d) -> assertThatExceptionOfType(DuplicateCommandException.class)
                        .isThrownBy(() -> {
                            s.commit(ACME, Commit.of().once(new CommandKey("once", "digest", "result")));
                            s.commit(ACME, Commit.of().once(new CommandKey("once", "digest", "result")));
                        }));
        all.put("find", (s, q, d) -> s.find(ACME, Repairs.KIND, RichCommit.HEATING));
        all.put(
                "query",
                (s, q, d) -> s.query(
                        ACME,
                        Repairs.KIND,
                        Query.where(Condition.words(Repairs.TITLE, "heating"))
                                .orderBy(Order.ascending(Repairs.TITLE))));
        all.put(
                "refused query",
                (s, q, d) -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> s.query(
                                ACME,
                                Counter.KIND,
                                Query.where(Condition.all()).orderBy(Order.ascending(Repairs.TITLE)))));
        all.put("count", (s, q, d) -> s.count(ACME, Repairs.KIND, Condition.isEmpty(Repairs.COST)));
        all.put("count by", (s, q, d) -> s.countBy(ACME, Repairs.KIND, Condition.all(), Repairs.LABELS));
        all.put("journal", (s, q, d) -> s.journal(ACME, Repairs.KIND, RichCommit.HEATING, 0, 10));
        all.put("command", (s, q, d) -> s.command(ACME, "once"));
        all.put("number", (s, q, d) -> s.nextNumber(ACME, "repair"));
        all.put("tenants", (s, q, d) -> s.tenants());
        all.put("feed", (s, q, d) -> s.feed(List.of(Repairs.KIND), 0, 10));
        all.put("verify chains", (s, q, d) -> s.verifyChains(List.of(Repairs.KIND), entries -> {}));
        all.put("pending", (s, q, d) -> q.pending(ACME));
        all.put("run due", (s, q, d) -> q.runDue((tenant, task) -> {}));
        all.put("run due, failing", (s, q, d) -> {
            s.commit(
                    ACME,
                    Commit.of()
                            .task(org.itsmkit.spi.task.TaskChange.schedule(new org.itsmkit.spi.task.Task(
                                    "fails-" + ids.incrementAndGet(), "x", java.time.Instant.EPOCH, Map.of()))));
            q.runDue((tenant, task) -> {
                throw new IllegalStateException("on purpose");
            });
        });
        all.put(
                "the doors of the kit",
                (s, q, d) -> EngineTenantContract.operate(
                        s, q, new SettableClock().instant(), TenantId.of("doors-" + ids.incrementAndGet()), 7, 60));
        return all;
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> everyOperation() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(
                        org.junit.jupiter.params.provider.Arguments.of(engine, true, false, 2),
                        org.junit.jupiter.params.provider.Arguments.of(engine, false, false, 8),
                        org.junit.jupiter.params.provider.Arguments.of(engine, true, engine == Engine.POSTGRESQL, 4)));
    }

    /** What {@code operation} changed of what is not its own; empty if nothing. */
    private static List<String> traces(
            TestDatabase database, Connection lent, boolean ambient, String name, Operation operation)
            throws SQLException {
        JdbcTap tap = new JdbcTap(lending(lent));
        JdbcStore.Builder builder =
                JdbcStore.builder().dataSource(tap.dataSource()).schema(database.schema());
        if (ambient) {
            builder.connections(() -> Optional.of(tap.watch(lent)));
        }
        JdbcStore store = builder.build();
        JdbcTaskQueue queue = JdbcTaskQueue.builder()
                .dataSource(tap.dataSource())
                .schema(database.schema())
                .clock(new SettableClock())
                .build();
        int open = tap.open();
        Map<String, Object> connectionBefore = HostState.of(lent);
        if (!lent.getAutoCommit()) {
            lent.rollback();
        }
        Map<String, Object> processBefore = HostState.ofProcess();
        List<String> localsBefore = HostState.threadLocals();
        try {
            operation.on(store, queue, tap.dataSource());
        } catch (Exception e) {
            throw new AssertionError(name, e);
        }
        List<String> traces = new ArrayList<>();
        if (tap.open() != open && !ambient) {
            traces.add(name + " left " + (tap.open() - open) + " open");
        }
        differences(name, processBefore, HostState.ofProcess(), traces);
        List<String> locals = new ArrayList<>(HostState.threadLocals());
        locals.removeAll(localsBefore);
        if (!locals.isEmpty()) {
            traces.add(name + " left thread-locals " + locals);
        }
        differences(name, connectionBefore, HostState.of(lent), traces);
        return traces;
    }

    private static void differences(
            String name, Map<String, Object> before, Map<String, Object> after, List<String> traces) {
        before.forEach((what, value) -> {
            if (!value.equals(after.get(what))) {
                traces.add(name + " changed " + what + " from " + value + " to " + after.get(what));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void noOperationLeavesATrace(Engine engine, boolean autoCommit, boolean readOnly, int isolation)
            throws SQLException {
        TestDatabase database = engine.open();
        RichCommit.prepare(database.store(), ACME);
        try (Connection lent = database.plain().getConnection()) {
            lent.setTransactionIsolation(isolation);
            lent.setReadOnly(readOnly);
            lent.setAutoCommit(autoCommit);
            for (Map.Entry<String, Operation> operation : operations().entrySet()) {
                assertThat(traces(database, lent, false, operation.getKey(), operation.getValue()))
                        .isEmpty();
            }
            if (!autoCommit) {
                lent.rollback();
            }
            lent.setReadOnly(false);
        }
        database.close();
    }

    /** In a host's transaction too: and that is still open, with nothing in it ended, and can be rolled back as a whole. */
    @ParameterizedTest
    @EnumSource
    void noOperationLeavesATraceInATransactionOfTheHost(Engine engine) throws SQLException {
        TestDatabase database = engine.open();
        RichCommit.prepare(database.store(), ACME);
        List<String> before = RichCommit.contents(database, ACME);
        for (String name : List.of(
                "commit", "stale commit", "duplicate commit", "find", "query", "refused query", "count", "journal")) {
            try (Connection lent = database.plain().getConnection()) {
                lent.setAutoCommit(false);
                Operation operation = operations().get(name);
                assertThat(operation).isNotNull();
                assertThat(traces(database, lent, true, name, operation)).isEmpty();
                lent.rollback();
            }
            assertThat(RichCommit.contents(database, ACME)).as(name).isEqualTo(before);
        }
        database.close();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> leaks() {
        Map<String, Operation> leaks = new LinkedHashMap<>();
        leaks.put("open", (s, q, d) -> d.getConnection().prepareStatement("SELECT 1"));
        leaks.put("autocommit", (s, q, d) -> d.getConnection().setAutoCommit(false));
        leaks.put(
                "isolation",
                (s, q, d) -> d.getConnection().setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
        leaks.put("read-only", (s, q, d) -> d.getConnection().setReadOnly(true));
        leaks.put("schema", (s, q, d) -> d.getConnection().setSchema("INFORMATION_SCHEMA"));
        leaks.put("threads", (s, q, d) -> sleeper().start());
        leaks.put("system properties", (s, q, d) -> System.setProperty("itsm.leak", Long.toString(System.nanoTime())));
        leaks.put(
                "locale",
                (s, q, d) -> Locale.setDefault(Locale.getDefault().equals(Locale.ITALY) ? Locale.JAPAN : Locale.ITALY));
        leaks.put("zone", (s, q, d) -> TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia")));
        leaks.put("hooks", (s, q, d) -> Runtime.getRuntime().addShutdownHook(new Thread(() -> {})));
        leaks.put(
                "thread-locals",
                (s, q, d) -> ThreadLocal.withInitial(LeftBehind::new).get());
        return leaks.entrySet().stream()
                .map(leak -> org.junit.jupiter.params.provider.Arguments.of(leak.getKey(), leak.getValue()));
    }

    static final class LeftBehind {}

    private static Thread sleeper() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(10_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "left behind");
        thread.setDaemon(true);
        return thread;
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whatIsLeftBehindIsFound(String what, Operation leak) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        TestDatabase database = Engine.H2.open();
        ExecutorService apart = Executors.newSingleThreadExecutor();
        try (Connection lent = database.plain().getConnection()) {
            assertThat(apart.submit(() -> traces(database, lent, false, "it", leak))
                            .get())
                    .as(what)
                    .anyMatch(trace -> trace.contains(what));
        } finally {
            apart.shutdown();
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            System.clearProperty("itsm.leak");
        }
        database.close();
    }

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.itsmkit.spi", "org.itsmkit.jdbc", "org.itsmkit");

    private static List<Class<?>> loadable() {
        List<Class<?>> classes = new ArrayList<>();
        for (JavaClass type : KIT) {
            if (!type.getPackageName().startsWith("org.itsmkit.testkit")) {
                classes.add(type.reflect());
            }
        }
        return classes;
    }

    /** All static state, before and after much was done: what is the same cannot have kept anything. */
    @Test
    void noStaticRemembersWhatWasDone() {
        TestDatabase database = Engine.H2.open();
        JdbcStore store = database.store();
        SettableClock clock = new SettableClock();
        JdbcTaskQueue queue = database.queue(clock);
        EngineTenantContract.operate(store, queue, clock.instant(), ACME, 1, 100);
        Map<String, String> before = HostState.statics(loadable());
        assertThat(before).hasSizeGreaterThan(100);

        EngineTenantContract.operate(store, queue, clock.instant(), TenantId.of("globex"), 2, 300);

        assertThat(HostState.statics(loadable())).isEqualTo(before);
        Forgetful.REMEMBERED.add("a title");
        Map<String, String> planted = HostState.statics(List.of(Forgetful.class));
        Forgetful.REMEMBERED.add("another");
        assertThat(HostState.statics(List.of(Forgetful.class))).isNotEqualTo(planted);
        database.close();
    }

    static final class Forgetful {
        static final List<String> REMEMBERED = new ArrayList<>();
    }

    /** Gives out one connection again and again, and does not close it. */
    private static DataSource lending(Connection connection) {
        Connection unclosed = (Connection) Proxy.newProxyInstance(
                HostIntactTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                HostIntactTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getDeclaringClass() == Object.class ? method.invoke(connection, arguments) : unclosed);
    }
}
