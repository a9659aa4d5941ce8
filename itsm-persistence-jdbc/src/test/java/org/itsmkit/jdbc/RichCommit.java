package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;

/** A commit in which there is something of everything, and what all tables hold before and after it. */
final class RichCommit {

    static final RecordId DOOR = RecordId.of("door");
    static final RecordId HEATING = RecordId.of("heating");
    static final RecordId LIFT = RecordId.of("lift");
    static final RecordId ROOF = RecordId.of("roof");
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456Z");

    private RichCommit() {}

    static NewEntry entry(Object event) {
        return new NewEntry(event, NOW, NOW, People.ANNA, Optional.empty(), Cause.COMMAND, 0);
    }

    static Write<Repair> inserting(RecordId id, Repair repair) {
        return Write.insert(Repairs.KIND, id, repair, List.of(entry(new RepairEvent.Described(repair))));
    }

    static Write<Repair> updating(RecordId id, long version, Repair repair) {
        return Write.update(Repairs.KIND, id, version, repair, List.of(entry(new RepairEvent.Described(repair))));
    }

    /** Stores what the commit builds upon. */
    static void prepare(RecordStore store, TenantId tenant) {
        store.commit(
                tenant,
                Commit.of(
                                inserting(HEATING, repair("The heating is cold", "attic")),
                                inserting(LIFT, repair("The lift is stuck", "lobby")),
                                inserting(ROOF, repair("The roof leaks", "roof")))
                        .task(TaskChange.schedule(new Task("obsolete", "remind", NOW, Map.of()))));
    }

    private static Repair repair(String title, String floor) {
        return Repair.of(title)
                .withLabels(List.of("wood", "x".repeat(2_000)))
                .withCustom(Map.of("floor", FieldValue.text(floor)))
                .withLinks(Set.of(Link.of("parent", RecordRef.of("house", RecordId.of(floor)))));
    }

    /** An insert, an update and a delete, tasks, a key, and what it relies on: a record and the absence of another. */
    static Commit commit() {
        return Commit.of(
                        inserting(DOOR, repair("The front door is stuck", "ground")),
                        updating(HEATING, 1, repair("The heating is lukewarm", "cellar")),
                        Write.delete(Repairs.KIND, LIFT, 1, entry(new RepairEvent.Withdrawn("by mistake"))))
                .expecting(new Expectation(RecordRef.of("repair", ROOF), 1))
                .expecting(new Expectation(RecordRef.of("repair", RecordId.of("window")), 0))
                .task(TaskChange.schedule(new Task("reminder", "remind", NOW, Map.of("record", "door"))))
                .task(TaskChange.cancel("obsolete"))
                .once(new CommandKey("form-4711", "digest", "result"));
    }

    /** All that the tables hold of a tenant, but for what is random. */
    static List<String> contents(TestDatabase database, TenantId tenant) {
        List<String> rows = new ArrayList<>();
        read(database, rows, "record", "id, version, body_version, body", tenant);
        read(database, rows, "field", "id, field, place, text_value, number_value", tenant);
        read(database, rows, "text", "id, field, text_key", tenant);
        read(database, rows, "word", "id, field, place, word", tenant);
        read(database, rows, "link", "id, link_type, target_kind, target_id", tenant);
        read(database, rows, "journal", "id, sequence, event, payload", tenant);
        read(database, rows, "command", "command_key, content, result", tenant);
        String instance = "substring(task_instance from " + (tenant.value().length() + 2) + ")";
        String sql = "SELECT " + instance + ", execution_time FROM " + database.table("task")
                + " WHERE task_instance LIKE '" + tenant.value() + "/%'";
        read(database, rows, "task", sql);
        rows.sort(null);
        return rows;
    }

    private static void read(TestDatabase database, List<String> rows, String table, String columns, TenantId tenant) {
        read(
                database,
                rows,
                table,
                "SELECT " + columns + " FROM " + database.table(table) + " WHERE tenant = '" + tenant.value() + "'");
    }

    private static void read(TestDatabase database, List<String> rows, String table, String sql) {
        try (Connection connection = database.plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder(table);
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(' ').append(row.getString(i));
                }
                rows.add(text.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
