package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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

/** Fills a tenant, all in one transaction. Immutable; safe for use by many threads. */
public final class Imports {

    private static final HexFormat HEX = HexFormat.of();

    private final Transactions transactions;
    private final Plans plans;
    private final CommitRun.Parts parts;
    private final Chains chains;
    private final List<String> anything;
    private final String number;
    private final String forget;

    public Imports(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.parts = new CommitRun.Parts(tables, flavour);
        this.chains = new Chains(transactions, tables, flavour);
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
        transactions.apart(connection -> {
            try (Statements statements = new Statements(connection)) {
                requireNothing(statements, tenant);
                while (items.hasNext()) {
                    ArchiveItem item = items.next();
                    if (item instanceof ArchiveItem.Kept kept) {
                        record(statements, tenant, plan(known, kept.record()), kept, items);
                        requireSound(connection, tenant, kept.record());
                    } else {
                        other(statements, tenant, item);
                    }
                }
            }
            return tenant;
        });
    }

    private static KindPlan<?> plan(Map<String, KindPlan<?>> known, RecordRef ref) {
        KindPlan<?> plan = known.get(ref.kind());
        if (plan == null) {
            throw new IllegalArgumentException("records of kind " + ref.kind() + " are not expected");
        }
        return plan;
    }

    private void requireNothing(Statements statements, TenantId tenant) throws SQLException {
        boolean empty =
                parts.tasks().after(statements, tenant, tenant.value() + "/", 1).isEmpty();
        for (String sql : anything) {
            PreparedStatement statement = statements.prepare(sql);
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                empty &= !row.next();
            }
        }
        if (!empty) {
            throw new IllegalArgumentException("tenant " + tenant + " has something here already");
        }
    }

    private void requireSound(Connection connection, TenantId tenant, RecordRef ref) throws SQLException {
        Optional<Chain.Flaw> flaw = chains.flaw(connection, tenant, ref);
        if (flaw.isPresent()) {
            throw new StoreException("the journal of " + ref + " does not hold at entry "
                    + flaw.get().sequence() + ": " + flaw.get().reason());
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
        Optional<R> record = kept.value().map(value -> cast(plan, ref, value));
        Indexed indexed = record.map(value -> Indexing.of(plan.kind(), value)).orElse(Indexed.NOTHING);
        String body = record.map(value -> plan.writeRecord(value, ref)).orElse(null);
        if (parts.records().read(statements, tenant, ref).isPresent()) {
            throw new IllegalArgumentException(ref + " comes twice");
        }
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
            throw new IllegalArgumentException(ref + " is here already");
        }
        if (kept.isHeld()) {
            parts.records().advance(statements, tenant, ref, kept.version(), Micros.of(kept.recordedAt()), hash, true);
        }
        parts.indexes().replace(statements, tenant, ref, Indexes.Marks.NONE, marks, indexed);
    }

    private static <R> R cast(KindPlan<R> plan, RecordRef ref, Object value) {
        if (!plan.kind().type().isInstance(value)) {
            throw new IllegalArgumentException(
                    ref + " is no " + plan.kind().type().getName());
        }
        return plan.kind().type().cast(value);
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
                ? linked(tenant, plan, item.entry(), item.link().get(), previous)
                : fresh(tenant, plan, item.entry(), previous);
    }

    private static JournalTable.Row linked(
            TenantId tenant, KindPlan<?> plan, JournalEntry entry, ArchiveItem.Link link, byte[] previous) {
        if (!entry.event().equals(event(plan, entry, link))) {
            throw new StoreException("entry " + entry.sequence() + " of " + entry.record() + " is not what was stored");
        }
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

    private static Object event(KindPlan<?> plan, JournalEntry entry, ArchiveItem.Link link) {
        int version = link.replacedVersion().orElse(link.version());
        EventType<?> type = plan.eventType(link.name(), entry.record(), entry.sequence());
        return version == JournalTable.NOTHING_LEFT
                ? new Upkeep.Gone()
                : plan.readEvent(type, link.payload(), version, entry.record(), entry.sequence());
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
