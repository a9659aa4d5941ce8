package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.Custodian.Kept;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Upkeep;
import org.itsmkit.spi.task.Task;

/** Changes what is kept: erases, purges, holds. Each act locks its record first. Immutable; safe for use by many threads. */
public final class Custody {

    /** What stands for everybody in the journal of a purged record. */
    static final PersonId NOBODY = PersonId.of(Redactor.ID_PREFIX + 0);

    /** What stands in the place of every payload of a purged record. */
    static final String NOTHING = "{}";

    private final Transactions transactions;
    private final Plans plans;
    private final RecordTable records;
    private final Indexes indexes;
    private final JournalTable journal;
    private final TaskTable tasks;
    private final String kept;
    private final String keptOne;
    private final String replace;
    private final String purge;

    public Custody(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.records = new RecordTable(tables, flavour);
        this.indexes = new Indexes(tables, flavour);
        this.journal = new JournalTable(tables);
        this.tasks = new TaskTable(tables, flavour);
        String select = "SELECT id, version, body_version, held FROM " + tables.record()
                + " WHERE tenant = ? AND kind = ? AND version > 0 AND id ";
        this.kept = select + "> ? ORDER BY id LIMIT ?";
        this.keptOne = select + "= ?";
        String erased = "UPDATE " + tables.journal() + " SET salt = NULL, actor = ?, on_behalf_of = ?, payload = ?,"
                + " payload_rest = ?, replaced_version = ? WHERE tenant = ? AND kind = ? AND id = ? AND sequence ";
        this.replace = erased + "= ?";
        this.purge = erased + "<= ? AND event NOT LIKE '" + Upkeep.PREFIX + "%'";
    }

    /** As {@link org.itsmkit.spi.store.Custodian#kept}. */
    public Optional<Kept> kept(TenantId tenant, RecordKind<?> kind, RecordId id) {
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(keptOne)) {
                IndexTable.bindRef(statement, tenant, RecordRef.of(kind.name(), id));
                return kept(statement, kind).stream().findFirst();
            }
        });
    }

    /** As {@link org.itsmkit.spi.store.Custodian#kept}. */
    public List<Kept> kept(TenantId tenant, RecordKind<?> kind, Optional<RecordId> after, int limit) {
        Records.requireLimit(limit);
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(kept)) {
                statement.setString(1, tenant.value());
                statement.setString(2, kind.name());
                statement.setString(3, after.map(RecordId::value).orElse(""));
                statement.setInt(4, limit);
                return kept(statement, kind);
            }
        });
    }

    private static List<Kept> kept(PreparedStatement statement, RecordKind<?> kind) throws SQLException {
        List<Kept> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Kept(
                        RecordRef.of(kind.name(), RecordId.of(row.getString(1))),
                        row.getLong(2),
                        row.getInt(3) == 0,
                        row.getInt(4) != 0));
            }
        }
        return found;
    }

    /** As {@link org.itsmkit.spi.store.Custodian#erase}. */
    public <R> void erase(TenantId tenant, Redacted<R> redacted, Act act, Predicate<Task> forgotten) {
        KindPlan<R> plan = plans.of(redacted.kind());
        RecordRef ref = redacted.ref();
        List<Replacement> replacements = new ArrayList<>();
        List<Upkeep.Replaced> told = new ArrayList<>();
        for (Map.Entry<Long, Redacted.Entry> each : redacted.entries().entrySet()) {
            Redacted.Entry entry = each.getValue();
            EventType<?> type = plan.eventType(entry.event());
            String payload = plan.writeEvent(type, entry.event(), ref);
            replacements.add(new Replacement(each.getKey(), type, payload, entry));
            told.add(new Upkeep.Replaced(
                    each.getKey(),
                    HexFormat.of()
                            .formatHex(JournalChain.remainder(
                                    entry.by(),
                                    entry.onBehalfOf(),
                                    type.version(),
                                    payload.getBytes(StandardCharsets.UTF_8)))));
        }
        String body =
                redacted.record().map(record -> plan.writeRecord(record, ref)).orElse(null);
        Indexed indexed = redacted.record()
                .map(record -> Indexing.of(plan.kind(), record))
                .orElse(Indexed.NOTHING);
        Upkeep upkeep = new Upkeep.Erased(redacted.components(), told, act.reason());
        write(tenant, ref, redacted.expectedVersion(), (statements, head) -> {
            requireFree(ref, head);
            if (head.deleted() != redacted.record().isEmpty()) {
                throw new IllegalArgumentException("what is deleted stays deleted, and what is not stays");
            }
            for (Replacement replacement : replacements) {
                replacement.bind(statements.prepare(replace), tenant, ref).executeUpdate();
            }
            JournalTable.Row last = append(statements, plan, tenant, ref, head, upkeep, act);
            Indexes.Marks marks = Indexes.Marks.of(indexed);
            records.update(
                    statements,
                    tenant,
                    ref,
                    head.version(),
                    new RecordTable.Row(
                            last.header().sequence(),
                            Micros.of(last.header().recordedAt()),
                            last.hash(),
                            plan.kind().version(),
                            body,
                            marks,
                            indexed));
            indexes.replace(statements, tenant, ref, head.marks(), marks, indexed);
            tasks.removeIf(statements, tenant, forgotten);
        });
    }

    private record Replacement(long sequence, EventType<?> type, String payload, Redacted.Entry entry) {

        PreparedStatement bind(PreparedStatement statement, TenantId tenant, RecordRef ref) throws SQLException {
            return Custody.bind(
                    statement, entry.by(), entry.onBehalfOf(), payload, type.version(), tenant, ref, sequence);
        }
    }

    private static PreparedStatement bind(
            PreparedStatement statement,
            PersonId by,
            Optional<PersonId> onBehalfOf,
            String payload,
            int version,
            TenantId tenant,
            RecordRef ref,
            long sequence)
            throws SQLException {
        statement.setString(1, by.value());
        JournalTable.bindOptional(statement, 2, onBehalfOf.map(PersonId::value));
        StoredText.bind(statement, 3, payload);
        statement.setInt(5, version);
        statement.setString(6, tenant.value());
        statement.setString(7, ref.kind());
        statement.setString(8, ref.id().value());
        statement.setLong(9, sequence);
        return statement;
    }

    /** As {@link org.itsmkit.spi.store.Custodian#purge}. */
    public void purge(
            TenantId tenant,
            RecordKind<?> kind,
            RecordId id,
            long expectedVersion,
            Act act,
            Predicate<Task> forgotten) {
        KindPlan<?> plan = plans.of(kind);
        RecordRef ref = RecordRef.of(kind.name(), id);
        Upkeep upkeep = new Upkeep.Purged(act.reason());
        write(tenant, ref, expectedVersion, (statements, head) -> {
            requireFree(ref, head);
            bind(
                            statements.prepare(purge),
                            NOBODY,
                            Optional.empty(),
                            NOTHING,
                            JournalTable.NOTHING_LEFT,
                            tenant,
                            ref,
                            head.version())
                    .executeUpdate();
            JournalTable.Row last = append(statements, plan, tenant, ref, head, upkeep, act);
            records.update(
                    statements,
                    tenant,
                    ref,
                    head.version(),
                    new RecordTable.Row(
                            last.header().sequence(),
                            Micros.of(last.header().recordedAt()),
                            last.hash(),
                            0,
                            null,
                            Indexes.Marks.NONE,
                            Indexed.NOTHING));
            indexes.replace(statements, tenant, ref, head.marks(), Indexes.Marks.NONE, Indexed.NOTHING);
            tasks.removeIf(statements, tenant, forgotten);
        });
    }

    /** As {@link org.itsmkit.spi.store.Custodian#hold} and {@link org.itsmkit.spi.store.Custodian#release}. */
    public void hold(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act, boolean held) {
        KindPlan<?> plan = plans.of(kind);
        RecordRef ref = RecordRef.of(kind.name(), id);
        Upkeep upkeep = held ? new Upkeep.Held(act.reason()) : new Upkeep.Released(act.reason());
        write(tenant, ref, expectedVersion, (statements, head) -> {
            if (head.held() == held) {
                throw new IllegalArgumentException(ref + (held ? " is held already" : " is not held"));
            }
            JournalTable.Row last = append(statements, plan, tenant, ref, head, upkeep, act);
            records.advance(
                    statements,
                    tenant,
                    ref,
                    last.header().sequence(),
                    Micros.of(last.header().recordedAt()),
                    last.hash(),
                    held);
        });
    }

    private static void requireFree(RecordRef ref, RecordTable.Head head) {
        if (head.held()) {
            throw new LegalHoldException(ref);
        }
    }

    /** What is done to a record that is locked. */
    private interface Doing {
        void with(Statements statements, RecordTable.Head head) throws SQLException;
    }

    private void write(TenantId tenant, RecordRef ref, long expectedVersion, Doing doing) {
        if (expectedVersion < 1) {
            throw new IllegalArgumentException("a record has a version of at least 1, not " + expectedVersion);
        }
        try {
            transactions.write(connection -> {
                try (Statements statements = new Statements(connection)) {
                    Optional<RecordTable.Head> head = records.lock(statements, tenant, ref, false);
                    if (head.isEmpty() || head.get().version() != expectedVersion) {
                        throw new StaleRecordException(
                                ref,
                                expectedVersion,
                                head.map(RecordTable.Head::version).orElse(0L));
                    }
                    doing.with(statements, head.get());
                }
                return ref;
            });
        } catch (ConflictException e) {
            StaleRecordException stale = new StaleRecordException(ref, expectedVersion, -1);
            stale.initCause(e);
            throw stale;
        }
    }

    private JournalTable.Row append(
            Statements statements,
            KindPlan<?> plan,
            TenantId tenant,
            RecordRef ref,
            RecordTable.Head head,
            Upkeep upkeep,
            Act act)
            throws SQLException {
        NewEntry entry = act.entry(upkeep, Micros.toInstant(head.recordedAt()));
        EventType<?> type = Upkeep.typeOf(upkeep);
        JournalChain.Header header = new JournalChain.Header(
                tenant,
                ref,
                head.version() + 1,
                type.name(),
                type.version(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.by(),
                entry.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
        String payload = plan.writeUpkeep(upkeep, ref);
        byte[] salt = PreparedWrite.salt();
        byte[] digest =
                JournalChain.digest(salt, entry.by(), entry.onBehalfOf(), payload.getBytes(StandardCharsets.UTF_8));
        JournalTable.Row row = new JournalTable.Row(
                header, payload, Optional.empty(), salt, digest, JournalChain.hash(head.hash(), header, digest));
        PreparedStatement insert = journal.insert(statements);
        JournalTable.bind(insert, row);
        insert.executeUpdate();
        return row;
    }
}
