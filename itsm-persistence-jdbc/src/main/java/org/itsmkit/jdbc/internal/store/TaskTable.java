package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/**
 * The table of db-scheduler, in its documented form, in which all tasks of the kit are instances of one task. Immutable; safe for
 * use by many threads.
 *
 * <p>An instance is named tenant, slash, key: a tenant's id holds no slash. {@code version} guards whoever does a task against who
 * replaces it meanwhile.
 */
public final class TaskTable {

    /** The name under which db-scheduler knows the kit's tasks. */
    public static final String TASK_NAME = "itsm";

    private static final String INSTANCE = " WHERE task_name = '" + TASK_NAME + "' AND task_instance = ?";
    private static final String CLAIMED = INSTANCE + " AND version = ?";

    private static final int PART = 500;

    private final Flavour flavour;
    private final String table;
    private final String replace;
    private final String insert;

    public TaskTable(Tables tables, Flavour flavour) {
        this.flavour = flavour;
        this.table = tables.task();
        this.replace = "UPDATE " + table + " SET task_data = ?, execution_time = ?, picked = FALSE, picked_by = NULL,"
                + " last_heartbeat = NULL, last_success = NULL, last_failure = NULL, consecutive_failures = 0,"
                + " version = version + 1" + INSTANCE;
        this.insert = flavour.insertIfAbsent(
                table, "task_data, execution_time, task_instance, task_name, picked, version", 6);
    }

    /**
     * A task as it stands in the table.
     *
     * @param instance tenant, slash, key
     * @param data what {@link TaskData} reads
     * @param failures how often it has failed in a row
     * @param version guards it against who replaces it
     */
    public record Row(String instance, byte[] data, int failures, long version) {

        /** Whose task it is. */
        public TenantId tenant() {
            return tenantOf(instance);
        }

        /** What is to be done; throws {@link org.itsmkit.spi.store.StoreException} if that cannot be read. */
        public Task task() {
            return TaskData.read(data);
        }
    }

    /** The tenant of an instance. */
    public static TenantId tenantOf(String instance) {
        return TenantId.of(instance.substring(0, instance.indexOf('/')));
    }

    static String instance(TenantId tenant, String key) {
        return tenant.value() + "/" + key;
    }

    void apply(Statements statements, TenantId tenant, TaskChange change) throws SQLException {
        if (change instanceof TaskChange.Schedule schedule) {
            schedule(statements, tenant, schedule.task());
        } else {
            PreparedStatement delete = statements.prepare("DELETE FROM " + table + INSTANCE);
            delete.setString(1, instance(tenant, ((TaskChange.Cancel) change).key()));
            delete.executeUpdate();
        }
    }

    private void schedule(Statements statements, TenantId tenant, Task task) throws SQLException {
        byte[] data = TaskData.write(task);
        String instance = instance(tenant, task.key());
        for (int attempt = 1; attempt <= 3; attempt++) {
            PreparedStatement update = statements.prepare(replace);
            update.setBytes(1, data);
            bind(update, 2, task.due());
            update.setString(3, instance);
            if (update.executeUpdate() == 1) {
                return;
            }
            PreparedStatement fresh = statements.prepare(insert);
            fresh.setBytes(1, data);
            bind(fresh, 2, task.due());
            fresh.setString(3, instance);
            fresh.setString(4, TASK_NAME);
            fresh.setBoolean(5, false);
            fresh.setLong(6, 1);
            if (flavour.insertedIfAbsent(fresh)) {
                return;
            }
            // Somebody scheduled the same key meanwhile: replace theirs.
        }
        throw new ConflictException("the task could be neither replaced nor inserted");
    }

    /** The tenant's tasks, the first 1,000 by when they come next. */
    public List<Row> pending(Connection connection, TenantId tenant, int limit) throws SQLException {
        String sql = "SELECT task_instance, task_data, consecutive_failures, version FROM " + table
                + " WHERE task_name = '" + TASK_NAME + "' AND task_instance >= ? AND task_instance < ?"
                + " ORDER BY execution_time, " + flavour.taskOrder() + " LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value() + "/");
            statement.setString(2, tenant.value() + "0"); // the character after the slash
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /** The first tasks that are due at {@code now}, or were taken by who did not stir since {@code deadSince}. */
    public List<Row> due(Connection connection, Instant now, Instant deadSince, int limit) throws SQLException {
        String sql = "SELECT task_instance, task_data, consecutive_failures, version FROM " + table
                + " WHERE execution_time <= ? AND (picked = FALSE OR last_heartbeat <= ?) ORDER BY execution_time, "
                + flavour.taskOrder() + " LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, now);
            bind(statement, 2, deadSince);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /** The tenant's tasks whose instances come after {@code after}, by instance. */
    List<Row> after(Statements statements, TenantId tenant, String after, int limit) throws SQLException {
        String sql = "SELECT task_instance, task_data, consecutive_failures, version FROM " + table
                + " WHERE task_name = '" + TASK_NAME + "' AND task_instance > ? AND task_instance < ?"
                + " ORDER BY task_instance LIMIT ?";
        PreparedStatement statement = statements.prepare(sql);
        statement.setString(1, after);
        statement.setString(2, tenant.value() + "0"); // the character after the slash
        statement.setInt(3, limit);
        return rows(statement);
    }

    /** Takes back the tenant's tasks that are {@code meant}. */
    void removeIf(Statements statements, TenantId tenant, Predicate<Task> meant) throws SQLException {
        String last = tenant.value() + "/";
        List<Row> part;
        do {
            part = after(statements, tenant, last, PART);
            PreparedStatement delete = statements.prepare("DELETE FROM " + table + INSTANCE);
            for (Row row : part) {
                last = row.instance();
                if (meant.test(row.task())) {
                    delete.setString(1, row.instance());
                    delete.executeUpdate();
                }
            }
        } while (part.size() == PART);
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new Row(result.getString(1), result.getBytes(2), result.getInt(3), result.getLong(4)));
            }
        }
        return rows;
    }

    /** Takes the task for the caller; returns whether it was still to be had. Its version is then one greater. */
    public boolean claim(Connection connection, Row row, String by, Instant now) throws SQLException {
        String sql = "UPDATE " + table + " SET picked = TRUE, picked_by = ?, last_heartbeat = ?, version = version + 1"
                + CLAIMED;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, by);
            bind(statement, 2, now);
            statement.setString(3, row.instance());
            statement.setLong(4, row.version());
            return statement.executeUpdate() == 1;
        }
    }

    /** Removes a task that is done, unless it was replaced meanwhile. */
    public void done(Connection connection, String instance, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + CLAIMED)) {
            statement.setString(1, instance);
            statement.setLong(2, version);
            statement.executeUpdate();
        }
    }

    /** Leaves a task that failed for {@code next}, unless it was replaced meanwhile. */
    public void failed(Connection connection, String instance, long version, int failures, Instant now, Instant next)
            throws SQLException {
        String sql =
                "UPDATE " + table + " SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, last_failure = ?,"
                        + " consecutive_failures = ?, execution_time = ?, version = version + 1" + CLAIMED;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, now);
            statement.setInt(2, failures);
            bind(statement, 3, next);
            statement.setString(4, instance);
            statement.setLong(5, version);
            statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
