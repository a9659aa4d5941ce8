package org.itsmkit.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * A data source that watches every call of JDBC that goes through it: counts what is open, and lets a test look at each call before
 * and after it is made, and fail it.
 */
final class JdbcTap {

    /** Looks at a call. */
    interface Spy {

        /** Before the call is made; an exception stands for its failure. */
        default void before(String call, Object[] arguments) throws SQLException {}

        /** After the call was made; an exception stands for its failure. */
        default void after(String call, Object[] arguments) throws SQLException {}

        /** When a statement is about to be executed, or put into a batch, with these values bound to it, in their order. */
        default void executing(String sql, List<Object> bound) {}
    }

    private static final Spy NONE = new Spy() {};

    private final DataSource target;
    /** What is open, and from which connection it came. */
    private final Map<Object, Object> open = new ConcurrentHashMap<>();

    private final Set<String> statements = ConcurrentHashMap.newKeySet();

    /** What is prepared, with what is bound to it. */
    private final Map<Object, Prepared> prepared = new ConcurrentHashMap<>();

    private record Prepared(String sql, Map<Integer, Object> bound) {}

    private volatile Spy spy = NONE;

    JdbcTap(DataSource target) {
        this.target = target;
    }

    DataSource dataSource() {
        return wrap(DataSource.class, target, target);
    }

    /** Returns a connection as a host has one, watched too. */
    Connection watch(Connection connection) {
        return wrap(Connection.class, connection, connection);
    }

    /** Looks at every call from now on. */
    void spy(Spy newSpy) {
        spy = newSpy;
    }

    void leaveAlone() {
        spy = NONE;
    }

    /** Every text of a statement that was prepared. */
    Set<String> statements() {
        return statements;
    }

    /** How many connections, statements and results are open. */
    int open() {
        return open.size();
    }

    private <T> T wrap(Class<T> type, Object inner, Object origin) {
        InvocationHandler handler = (proxy, method, arguments) -> call(inner, origin, method, arguments);
        return type.cast(Proxy.newProxyInstance(JdbcTap.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object inner, Object origin, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(inner, arguments);
        }
        String call = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        if (method.getName().equals("prepareStatement")) {
            statements.add((String) arguments[0]);
        }
        Spy now = spy;
        bind(inner, method, arguments, now);
        now.before(call, arguments);
        Object result;
        try {
            result = method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (method.getName().equals("close")) {
            // A connection takes with it what came from it.
            open.remove(inner);
            prepared.remove(inner);
            open.values().removeIf(from -> from == inner);
        }
        if (method.getName().equals("prepareStatement")) {
            prepared.put(result, new Prepared((String) arguments[0], new TreeMap<>()));
        }
        Object wrapped = wrapped(method.getReturnType(), result, origin);
        try {
            now.after(call, arguments);
        } catch (SQLException e) {
            // The caller never gets what was opened, so nobody but this tap can close it.
            if (wrapped != result) {
                open.remove(result);
                ((AutoCloseable) result).close();
            }
            throw e;
        }
        return wrapped;
    }

    private void bind(Object inner, Method method, Object[] arguments, Spy now) {
        Prepared statement = prepared.get(inner);
        String name = method.getName();
        boolean executes = name.startsWith("execute") && !name.equals("executeBatch") || name.equals("addBatch");
        if (inner instanceof Statement && executes && arguments != null && arguments.length > 0) {
            now.executing((String) arguments[0], List.of());
        } else if (statement != null && executes) {
            now.executing(statement.sql(), List.copyOf(statement.bound().values()));
        } else if (statement != null
                && name.startsWith("set")
                && arguments.length > 1
                && arguments[0] instanceof Integer) {
            Object value = arguments[1] == null ? "null" : arguments[1];
            statement.bound().put((Integer) arguments[0], name.equals("setNull") ? "null" : value);
        }
    }

    private Object wrapped(Class<?> type, Object result, Object origin) {
        boolean watched = result != null
                && (Connection.class.isAssignableFrom(type)
                        || Statement.class.isAssignableFrom(type)
                        || ResultSet.class.isAssignableFrom(type));
        if (!watched) {
            return result;
        }
        Object from = result instanceof Connection ? result : origin;
        open.put(result, from);
        return wrap(type, result, from);
    }
}
