package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.JournalChain;

/** Hands out all that there is of a tenant, each record while it is locked. Immutable; safe for use by many threads. */
public final class Exports {

    private static final int PART = 500;

    private final Transactions transactions;
    private final Plans plans;
    private final RecordTable records;
    private final TaskTable tasks;
    private final String kinds;
    private final String numbers;
    private final String ids;
    private final String head;
    private final String entries;
    private final String commands;

    public Exports(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.records = new RecordTable(tables, flavour);
        this.tasks = new TaskTable(tables, flavour);
        this.kinds = "SELECT kind FROM " + tables.record() + " WHERE tenant = ? AND kind > ? ORDER BY kind LIMIT 1";
        this.numbers = "SELECT series, last_given FROM " + tables.number() + " WHERE tenant = ? ORDER BY series";
        this.ids = "SELECT id FROM " + tables.record()
                + " WHERE tenant = ? AND kind = ? AND id > ? AND version > 0 ORDER BY id LIMIT " + PART;
        this.head = "SELECT id, version, recorded_at, body_version, body, body_rest, held FROM " + tables.record()
                + " WHERE tenant = ? AND kind = ? AND id = ?";
        this.entries = "SELECT " + JournalTable.HEADER + ", " + JournalTable.PAYLOAD + ", " + JournalTable.CHAIN
                + " FROM " + tables.journal() + " WHERE tenant = ? AND kind = ? AND id = ? ORDER BY sequence";
        this.commands = "SELECT command_key, content, result FROM " + tables.command()
                + " WHERE tenant = ? AND command_key > ? ORDER BY command_key LIMIT " + PART;
    }

    /** As {@link org.itsmkit.spi.store.TenantArchive#export}. */
    public void export(TenantId tenant, Collection<? extends RecordKind<?>> known, Consumer<? super ArchiveItem> sink) {
        Map<String, KindPlan<?>> wanted = new TreeMap<>();
        known.forEach(kind -> wanted.put(kind.name(), plans.of(kind)));
        transactions.readApart(connection -> kinds(connection, tenant)).forEach(kind -> {
            if (!wanted.containsKey(kind)) {
                throw new IllegalArgumentException("there are records of kind " + kind + ", which was not named");
            }
        });
        transactions.readApart(connection -> numbers(connection, tenant)).forEach(sink);
        wanted.values().forEach(plan -> export(tenant, plan, sink));
        parts(after -> transactions.readApart(connection -> commands(connection, tenant, after)), item -> {
            sink.accept(item);
            return item.key().key();
        });
        parts(
                after -> transactions.apart(connection -> {
                    try (Statements statements = new Statements(connection)) {
                        String from = after.isEmpty() ? tenant.value() + "/" : after;
                        return tasks.after(statements, tenant, from, PART);
                    }
                }),
                row -> {
                    sink.accept(new ArchiveItem.Pending(row.task()));
                    return row.instance();
                });
    }

    private interface Part<T> {
        List<T> after(String last);
    }

    private interface Each<T> {
        String take(T item);
    }

    private static <T> void parts(Part<T> parts, Each<T> each) {
        String last = "";
        List<T> part;
        do {
            part = parts.after(last);
            for (T item : part) {
                last = each.take(item);
            }
        } while (part.size() == PART);
    }

    private List<String> kinds(Connection connection, TenantId tenant) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(kinds)) {
            statement.setString(1, tenant.value());
            while (true) {
                statement.setString(2, found.isEmpty() ? "" : found.get(found.size() - 1));
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return found;
                    }
                    found.add(row.getString(1));
                }
            }
        }
    }

    private List<ArchiveItem> numbers(Connection connection, TenantId tenant) throws SQLException {
        List<ArchiveItem> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(numbers)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ArchiveItem.Number(row.getString(1), row.getLong(2)));
                }
            }
        }
        return found;
    }

    private List<ArchiveItem.Command> commands(Connection connection, TenantId tenant, String after)
            throws SQLException {
        List<ArchiveItem.Command> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(commands)) {
            statement.setString(1, tenant.value());
            statement.setString(2, after);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ArchiveItem.Command(
                            new CommandKey(row.getString(1), row.getString(2), row.getString(3))));
                }
            }
        }
        return found;
    }

    private void export(TenantId tenant, KindPlan<?> plan, Consumer<? super ArchiveItem> sink) {
        parts(
                after -> transactions.readApart(connection -> {
                    List<String> found = new ArrayList<>();
                    try (PreparedStatement statement = connection.prepareStatement(ids)) {
                        statement.setString(1, tenant.value());
                        statement.setString(2, plan.name());
                        statement.setString(3, after);
                        try (ResultSet row = statement.executeQuery()) {
                            while (row.next()) {
                                found.add(row.getString(1));
                            }
                        }
                    }
                    return found;
                }),
                id -> {
                    RecordRef ref = RecordRef.of(plan.name(), RecordId.of(id));
                    transactions.apart(connection -> {
                        try (Statements statements = new Statements(connection)) {
                            if (records.lock(statements, tenant, ref, true).isPresent()) {
                                export(connection, tenant, plan, ref, sink);
                            }
                        }
                        return ref;
                    });
                    return id;
                });
    }

    private void export(
            Connection connection, TenantId tenant, KindPlan<?> plan, RecordRef ref, Consumer<? super ArchiveItem> sink)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(head)) {
            IndexTable.bindRef(statement, tenant, ref);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                Optional<Object> value = row.getInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(Records.stored(plan, row).record());
                sink.accept(new ArchiveItem.Kept(
                        ref, row.getLong(2), Micros.toInstant(row.getLong(3)), value, row.getInt(7) != 0));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(entries)) {
            statement.setFetchSize(Flavour.FETCH_SIZE);
            IndexTable.bindRef(statement, tenant, ref);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    JournalChain.Header header = JournalTable.header(row);
                    sink.accept(new ArchiveItem.Entry(
                            JournalTable.entry(plan, header, row), Optional.of(link(header, row))));
                }
            }
        }
    }

    private static ArchiveItem.Link link(JournalChain.Header header, ResultSet row) throws SQLException {
        int salt = JournalTable.HEADER_COLUMNS + JournalTable.PAYLOAD_COLUMNS + 1;
        HexFormat hex = HexFormat.of();
        return new ArchiveItem.Link(
                header.name(),
                header.version(),
                JournalTable.replacedVersion(row),
                StoredText.read(row, JournalTable.HEADER_COLUMNS + 1),
                Optional.ofNullable(row.getBytes(salt)).map(hex::formatHex),
                hex.formatHex(row.getBytes(salt + 1)),
                hex.formatHex(row.getBytes(salt + 2)));
    }
}
