package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** Reads records and journals by id. Immutable; safe for use by many threads. */
public final class Records {

    /** The most entries that are read at once. */
    public static final int MAX_ENTRIES = 10_000;

    /** The columns that {@link #stored} reads, of the record called r. */
    static final String COLUMNS = "r.id, r.version, r.recorded_at, r.body_version, r.body, r.body_rest";

    private final Transactions transactions;
    private final Plans plans;
    private final String find;
    private final String journal;

    public Records(Transactions transactions, Plans plans, Tables tables) {
        this.transactions = transactions;
        this.plans = plans;
        this.find = "SELECT " + COLUMNS + " FROM " + tables.record()
                + " r WHERE r.tenant = ? AND r.kind = ? AND r.id = ? AND r.body_version > 0";
        this.journal = "SELECT " + JournalTable.HEADER + ", " + JournalTable.PAYLOAD + " FROM " + tables.journal()
                + " WHERE tenant = ? AND kind = ? AND id = ? AND sequence > ? ORDER BY sequence LIMIT ?";
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#find}. */
    public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        KindPlan<R> plan = plans.of(kind);
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(find)) {
                IndexTable.bindRef(statement, tenant, RecordRef.of(plan.name(), id));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(stored(plan, row)) : Optional.empty();
                }
            }
        });
    }

    /** Reads {@link #COLUMNS}, the first columns of {@code row}. */
    static <R> Stored<R> stored(KindPlan<R> plan, ResultSet row) throws SQLException {
        RecordId id = RecordId.of(row.getString(1));
        R record = plan.readRecord(StoredText.read(row, 5), row.getInt(4), RecordRef.of(plan.name(), id));
        return new Stored<>(id, row.getLong(2), Micros.toInstant(row.getLong(3)), record);
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#journal}. */
    public <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        requireLimit(limit);
        if (afterSequence < 0) {
            throw new IllegalArgumentException("afterSequence must not be negative: " + afterSequence);
        }
        KindPlan<R> plan = plans.of(kind);
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(journal)) {
                IndexTable.bindRef(statement, tenant, RecordRef.of(plan.name(), id));
                statement.setLong(4, afterSequence);
                statement.setInt(5, limit);
                List<JournalEntry> entries = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        JournalChain.Header header = JournalTable.header(row);
                        entries.add(JournalTable.entry(plan, header, row));
                    }
                }
                return entries;
            }
        });
    }

    /** Refuses a limit that is not 1 to 10,000. */
    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_ENTRIES) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_ENTRIES + ", not " + limit);
        }
    }
}
