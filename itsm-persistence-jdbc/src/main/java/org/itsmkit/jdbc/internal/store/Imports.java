package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Upkeep;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/** Fills a tenant, each record in a transaction of its own. Immutable; safe for use by many threads. */
public final class Imports {

    private static final HexFormat HEX = HexFormat.of();

    private final Transactions transactions;
    private final Plans plans;
    private final CommitRun.Parts parts;
    private final List<String> anything;
    private final String number;
    private final String forget;

    public Imports(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.parts = new CommitRun.Parts(tables, flavour);
        this.anything = List.of(tables.record(), tables.journal(), tables.number(), tables.command()).stream()
                .map(table -> "SELECT 1 FROM " + table + " WHERE tenant = ? LIMIT 1")
                .toList();
        this.number = "INSERT INTO " + tables.number() + " (tenant, series, last_given) VALUES (?, ?, ?)";
        this.forget = "UPDATE " + tables.journal()
                + " SET salt = NULL, replaced_version = event_version WHERE tenant = ? AND kind = ? AND id = ? AND sequence = ?";
    }

    /** As {@link org.itsmkit.spi.store.TenantArchive#restore}. */
    public void restore(
            TenantId tenant, Collection<? extends RecordKind<?>> kinds, Iterator<? extends ArchiveItem> items) {
        Map<String, KindPlan<?>> known = new HashMap<>();
        kinds.forEach(kind -> known.put(kind.name(), plans.of(kind)));
        requireNothing(tenant);
        while (items.hasNext()) {
            ArchiveItem item = items.next();
            if (item instanceof ArchiveItem.Kept kept) {
                KindPlan<?> plan = known.get(kept.record().kind());
                if (plan == null) {
                    throw new IllegalArgumentException(
                            "records of kind " + kept.record().kind() + " are not expected");
                }
                transactions.apart(connection -> {
                    try (Statements statements = new Statements(connection)) {
                        record(statements, tenant, plan, kept, items);
                    }
                    return kept;
                });
            } else {
                transactions.apart(connection -> {
                    try (Statements statements = new Statements(connection)) {
                        other(statements, tenant, item);
                    }
                    return item;
                });
            }
        }
    }

    private void requireNothing(TenantId tenant) {
        boolean empty = transactions.apart(connection -> {
            try (Statements statements = new Statements(connection)) {
                for (String sql : anything) {
                    PreparedStatement statement = statements.prepare(sql);
                    statement.setString(1, tenant.value());
                    try (ResultSet row = statement.executeQuery()) {
                        if (row.next()) {
                            return false;
                        }
                    }
                }
                return parts.tasks()
                        .after(statements, tenant, tenant.value() + "/", 1)
                        .isEmpty();
            }
        });
        if (!empty) {
            throw new IllegalArgumentException("tenant " + tenant + " has something here already");
        }
    }

    private void other(Statements statements, TenantId tenant, ArchiveItem item) throws SQLException {
        if (item instanceof ArchiveItem.Number last) {
            PreparedStatement statement = statements.prepare(number);
            statement.setString(1, tenant.value());
            statement.setString(2, last.series());
            statement.setLong(3, last.last());
            statement.executeUpdate();
        } else if (item instanceof ArchiveItem.Command command) {
            CommandKey key = command.key();
            if (!parts.commands().insert(statements, tenant, key)) {
                throw new IllegalArgumentException("the key " + key.key() + " comes twice");
            }
        } else if (item instanceof ArchiveItem.Pending pending) {
            Task task = pending.task();
            parts.tasks().apply(statements, tenant, TaskChange.schedule(task));
        } else {
            throw new IllegalArgumentException("an entry follows a record or another entry of it");
        }
    }

    private <R> void record(
            Statements statements,
            TenantId tenant,
            KindPlan<R> plan,
            ArchiveItem.Kept kept,
            Iterator<? extends ArchiveItem> items)
            throws SQLException {
        RecordRef ref = kept.record();
        Optional<R> record = kept.value().map(value -> plan.kind().type().cast(value));
        Indexed indexed = record.map(value -> Indexing.of(plan.kind(), value)).orElse(Indexed.NOTHING);
        String body = record.map(value -> plan.writeRecord(value, ref)).orElse(null);
        byte[] hash = JournalChain.start();
        for (long sequence = 1; sequence <= kept.version(); sequence++) {
            JournalTable.Row row = row(tenant, plan, next(ref, sequence, items), hash);
            PreparedStatement insert = parts.journal().insert(statements);
            JournalTable.bind(insert, row);
            insert.executeUpdate();
            hash = row.hash();
            if (row.salt() != null && row.header().name().startsWith(Upkeep.PREFIX)) {
                forget(statements, tenant, plan, ref, row);
            }
        }
        Indexes.Marks marks = Indexes.Marks.of(indexed);
        RecordTable.Row row = new RecordTable.Row(
                kept.version(), Micros.of(kept.recordedAt()), hash, plan.kind().version(), body, marks, indexed);
        if (!parts.records().insert(statements, tenant, ref, row)) {
            throw new IllegalArgumentException(ref + " comes twice");
        }
        if (kept.isHeld()) {
            parts.records().advance(statements, tenant, ref, kept.version(), Micros.of(kept.recordedAt()), hash, true);
        }
        parts.indexes().replace(statements, tenant, ref, Indexes.Marks.NONE, marks, indexed);
    }

    private static ArchiveItem.Entry next(RecordRef ref, long sequence, Iterator<? extends ArchiveItem> items) {
        if (items.hasNext()
                && items.next() instanceof ArchiveItem.Entry entry
                && entry.entry().record().equals(ref)
                && entry.entry().sequence() == sequence) {
            return entry;
        }
        throw new IllegalArgumentException("entry " + sequence + " of " + ref + " is missing");
    }

    private static JournalTable.Row row(TenantId tenant, KindPlan<?> plan, ArchiveItem.Entry item, byte[] previous) {
        return item.link().isPresent()
                ? linked(tenant, item.entry(), item.link().get(), previous)
                : fresh(tenant, plan, item.entry(), previous);
    }

    private static JournalTable.Row linked(
            TenantId tenant, JournalEntry entry, ArchiveItem.Link link, byte[] previous) {
        JournalChain.Header header = header(tenant, entry, link.name(), link.version());
        byte[] digest = HEX.parseHex(link.digest());
        byte[] salt = link.salt().map(HEX::parseHex).orElse(null);
        byte[] hash = JournalChain.hash(previous, header, digest);
        boolean holds = Arrays.equals(hash, HEX.parseHex(link.hash()))
                && (salt == null
                        || Arrays.equals(
                                digest,
                                JournalChain.digest(
                                        salt,
                                        entry.by(),
                                        entry.onBehalfOf(),
                                        link.payload().getBytes(StandardCharsets.UTF_8))));
        if (!holds) {
            throw new StoreException("the chain of " + entry.record() + " does not hold at entry " + entry.sequence());
        }
        return new JournalTable.Row(header, link.payload(), link.replacedVersion(), salt, digest, hash);
    }

    /** An entry that comes from a store without a chain. */
    private static JournalTable.Row fresh(TenantId tenant, KindPlan<?> plan, JournalEntry entry, byte[] previous) {
        boolean isGone = entry.event() instanceof Upkeep.Gone;
        EventType<?> type = plan.eventType(entry.name(), entry.record(), entry.sequence());
        String payload = isGone ? Custody.NOTHING : plan.writeEvent(type, entry.event(), entry.record());
        byte[] salt = PreparedWrite.salt();
        byte[] digest =
                JournalChain.digest(salt, entry.by(), entry.onBehalfOf(), payload.getBytes(StandardCharsets.UTF_8));
        JournalChain.Header header = header(tenant, entry, type.name(), type.version());
        return new JournalTable.Row(
                header,
                payload,
                isGone ? Optional.of(JournalTable.NOTHING_LEFT) : Optional.empty(),
                isGone ? null : salt,
                digest,
                JournalChain.hash(previous, header, digest));
    }

    private static JournalChain.Header header(TenantId tenant, JournalEntry entry, String name, int version) {
        return new JournalChain.Header(
                tenant,
                entry.record(),
                entry.sequence(),
                name,
                version,
                entry.occurredAt(),
                entry.recordedAt(),
                entry.by(),
                entry.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
    }

    /** Takes the salts from entries that were erased in a store with a chain and came by way of one without. */
    private void forget(Statements statements, TenantId tenant, KindPlan<?> plan, RecordRef ref, JournalTable.Row row)
            throws SQLException {
        EventType<?> type =
                plan.eventType(row.header().name(), ref, row.header().sequence());
        Object event = plan.readEvent(
                type, row.payload(), type.version(), ref, row.header().sequence());
        if (event instanceof Upkeep.Erased erased) {
            for (Upkeep.Replaced replaced : erased.entries()) {
                if (!replaced.digest().isEmpty()) {
                    PreparedStatement statement = statements.prepare(forget + " AND salt IS NOT NULL");
                    IndexTable.bindRef(statement, tenant, ref);
                    statement.setLong(4, replaced.sequence());
                    statement.executeUpdate();
                }
            }
        }
    }
}
