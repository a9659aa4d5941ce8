package org.itsmkit.jdbc;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** What a host has that nobody else may change: what it lends, and what the whole process shares. */
final class HostState {

    private HostState() {}

    /** All that the process shares: threads, hooks, properties, defaults, drivers. */
    static Map<String, Object> ofProcess() {
        Map<String, Object> state = new TreeMap<>();
        Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !isTheDatabases(thread))
                .forEach(threads::add);
        state.put("threads", threads);
        state.put("hooks", hooks());
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        state.put("system properties", properties);
        state.put("locale", Locale.getDefault());
        state.put("zone", TimeZone.getDefault());
        state.put("out", System.identityHashCode(System.out));
        state.put("err", System.identityHashCode(System.err));
        state.put("security providers", List.of(java.security.Security.getProviders()));
        state.put("drivers", DriverManager.drivers().count());
        state.put("handler", String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
        state.put("interrupted", Thread.currentThread().isInterrupted());
        state.put("thread name", Thread.currentThread().getName());
        state.put("class loader", String.valueOf(Thread.currentThread().getContextClassLoader()));
        return state;
    }

    private static boolean isTheDatabases(Thread thread) {
        String name = thread.getName();
        return name.contains("Hikari")
                || name.contains("H2")
                || name.contains("MVStore")
                || name.contains("PostgreSQL")
                || name.startsWith("process reaper")
                || name.startsWith("surefire")
                || name.startsWith("pool-");
    }

    private static Object hooks() {
        try {
            Class<?> type = Class.forName("java.lang.ApplicationShutdownHooks");
            Map<?, ?> hooks = (Map<?, ?>) Unsafely.staticValue(type.getDeclaredField("hooks"));
            return hooks.size();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a connection stands; reading may begin a transaction, so one that reads must end it. */
    static Map<String, Object> of(Connection connection) throws SQLException {
        Map<String, Object> state = new TreeMap<>();
        state.put("autocommit", connection.getAutoCommit());
        state.put("isolation", connection.getTransactionIsolation());
        state.put("read-only", connection.isReadOnly());
        state.put("catalog", String.valueOf(connection.getCatalog()));
        state.put("schema", String.valueOf(connection.getSchema()));
        state.put("holdability", connection.getHoldability());
        state.put("type map", String.valueOf(connection.getTypeMap()));
        state.put("client info", String.valueOf(connection.getClientInfo().getProperty("ApplicationName")));
        state.put("closed", connection.isClosed());
        return state;
    }

    /** The thread-local values of the calling thread that are not those of the JDK, the database or the logger. */
    static List<String> threadLocals() {
        try {
            List<String> found = new ArrayList<>();
            Object map = Unsafely.value(Thread.currentThread(), Thread.class.getDeclaredField("threadLocals"));
            if (map == null) {
                return found;
            }
            Object table = Unsafely.value(map, map.getClass().getDeclaredField("table"));
            for (int i = 0; i < Array.getLength(table); i++) {
                Object entry = Array.get(table, i);
                if (entry != null) {
                    Object value = Unsafely.value(entry, entry.getClass().getDeclaredField("value"));
                    Object key = ((Reference<?>) entry).get();
                    describe(key, value, found);
                }
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(Object key, Object value, List<String> found) {
        for (Object each : new Object[] {key, value instanceof Reference<?> reference ? reference.get() : value}) {
            String name = each == null ? "" : each.getClass().getName();
            if (name.startsWith("org.itsmkit")
                    || name.startsWith("com.fasterxml")
                    || name.startsWith("com.github.kagkarlsson")
                    || name.startsWith("io.vavr")) {
                found.add(name);
            }
        }
    }

    /** Every static field of these classes, with what it holds, and how much if it holds a collection, an array or a reference. */
    static Map<String, String> statics(Collection<Class<?>> classes) {
        Map<String, String> state = new TreeMap<>();
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    try {
                        field.setAccessible(true);
                        state.put(type.getName() + "." + field.getName(), picture(field.get(null)));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(field.toString(), e);
                    }
                }
            }
        }
        return state;
    }

    private static String picture(Object value) {
        if (value instanceof Map<?, ?> map) {
            return "map of " + map.size() + " "
                    + new TreeSet<>(map.keySet().stream().map(String::valueOf).toList());
        }
        if (value instanceof Collection<?> collection) {
            return "collection of " + collection.size();
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof AtomicReference) {
            return value.toString();
        }
        return value == null ? "null" : value.getClass().getName() + "@" + System.identityHashCode(value);
    }

    /** Looks where the JDK lets nobody look. */
    private static final class Unsafely {

        private static Object call(String name, Class<?>[] types, Object... arguments)
                throws ReflectiveOperationException {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Method method = type.getMethod(name, types);
            return method.invoke(field.get(null), arguments);
        }

        static Object value(Object owner, Field field) throws ReflectiveOperationException {
            Object offset = call("objectFieldOffset", new Class<?>[] {Field.class}, field);
            return call("getObject", new Class<?>[] {Object.class, long.class}, owner, offset);
        }

        static Object staticValue(Field field) throws ReflectiveOperationException {
            Object base = call("staticFieldBase", new Class<?>[] {Field.class}, field);
            Object offset = call("staticFieldOffset", new Class<?>[] {Field.class}, field);
            return call("getObject", new Class<?>[] {Object.class, long.class}, base, offset);
        }
    }
}
