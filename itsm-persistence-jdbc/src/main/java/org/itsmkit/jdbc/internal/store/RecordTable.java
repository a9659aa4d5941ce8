package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.JournalChain;
import org.jspecify.annotations.Nullable;

/** The table of records. Immutable; safe for use by many threads. */
final class RecordTable {

    private static final String STATE = "version, recorded_at, hash, body_version, body, body_rest,"
            + " fields_mark, texts_mark, words_mark, links_mark, ";
    private static final int STATE_COLUMNS = 10;
    private static final String REF = " WHERE tenant = ? AND kind = ? AND id = ?";

    private final Flavour flavour;
    private final String insert;
    private final String update;
    private final String updateUnchecked;
    private final String read;
    private final String lock;
    private final String lockShared;
    private final String advance;
    private final String remove;

    RecordTable(Tables tables, Flavour flavour) {
        this.flavour = flavour;
        String table = tables.record();
        String columns = STATE + HotColumn.names("");
        this.insert = flavour.insertIfAbsent(
                table, "tenant, kind, id, " + columns + ", held", 4 + STATE_COLUMNS + HotColumn.ALL.size());
        this.updateUnchecked =
                "UPDATE " + table + " SET " + STATE.replace(",", " = ?,") + HotColumn.names(" = ?") + REF;
        this.update = updateUnchecked + " AND version = ?";
        String head =
                "SELECT version, recorded_at, hash, body_version, fields_mark, texts_mark, words_mark, links_mark, held FROM "
                        + table + REF;
        this.read = head;
        this.lock = head + " FOR UPDATE";
        this.lockShared = head + flavour.lockShared();
        this.advance = "UPDATE " + table + " SET version = ?, recorded_at = ?, hash = ?, held = ?" + REF;
        this.remove = "DELETE FROM " + table + REF + " AND version = 0";
    }

    /** What a transaction must know of a record that it changes or relies on. */
    record Head(long version, long recordedAt, byte[] hash, boolean deleted, Indexes.Marks marks, boolean held) {

        /** What a record comes from that never existed. */
        static final Head START = new Head(0, Long.MIN_VALUE, JournalChain.start(), false, Indexes.Marks.NONE, false);
    }

    /** What becomes of a record; {@code body} is null when it is deleted. */
    record Row(
            long version,
            long recordedAt,
            byte[] hash,
            int bodyVersion,
            @Nullable String body,
            Indexes.Marks marks,
            Indexed indexed) {}

    /** Locks the record against every change, or against those by others, until the transaction ends. */
    Optional<Head> lock(Statements statements, TenantId tenant, RecordRef ref, boolean shared) throws SQLException {
        return head(statements.prepare(shared ? lockShared : lock), tenant, ref);
    }

    /** Reads the record, which others may change before this transaction does. */
    Optional<Head> read(Statements statements, TenantId tenant, RecordRef ref) throws SQLException {
        return head(statements.prepare(read), tenant, ref);
    }

    private static Optional<Head> head(PreparedStatement statement, TenantId tenant, RecordRef ref)
            throws SQLException {
        IndexTable.bindRef(statement, tenant, ref);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new Head(
                    row.getLong(1),
                    row.getLong(2),
                    row.getBytes(3),
                    row.getInt(4) == 0,
                    new Indexes.Marks(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)),
                    row.getInt(9) != 0));
        }
    }

    /** Goes on to another entry, the record staying as it is. */
    void advance(
            Statements statements,
            TenantId tenant,
            RecordRef ref,
            long version,
            long recordedAt,
            byte[] hash,
            boolean held)
            throws SQLException {
        PreparedStatement statement = statements.prepare(advance);
        statement.setLong(1, version);
        statement.setLong(2, recordedAt);
        statement.setBytes(3, hash);
        statement.setInt(4, held ? 1 : 0);
        statement.setString(5, tenant.value());
        statement.setString(6, ref.kind());
        statement.setString(7, ref.id().value());
        statement.executeUpdate();
    }

    /** Inserts the record unless it is there; returns whether it was inserted. */
    boolean insert(Statements statements, TenantId tenant, RecordRef ref, Row row) throws SQLException {
        PreparedStatement statement = statements.prepare(insert);
        IndexTable.bindRef(statement, tenant, ref);
        statement.setInt(bind(statement, 4, row), 0);
        return flavour.insertedIfAbsent(statement);
    }

    /**
     * Keeps anybody else from inserting a record that is not there, until the transaction ends, by inserting it; {@link
     * #removeGuard} takes it back before that. Returns whether it was not there.
     */
    boolean guardAbsence(Statements statements, TenantId tenant, RecordRef ref) throws SQLException {
        return insert(
                statements, tenant, ref, new Row(0, 0, new byte[0], 0, null, Indexes.Marks.NONE, Indexed.NOTHING));
    }

    void removeGuard(Statements statements, TenantId tenant, RecordRef ref) throws SQLException {
        PreparedStatement statement = statements.prepare(remove);
        IndexTable.bindRef(statement, tenant, ref);
        statement.executeUpdate();
    }

    /** Changes the record if it is at {@code expectedVersion}, or whatever its version if that is negative; returns whether. */
    boolean update(Statements statements, TenantId tenant, RecordRef ref, long expectedVersion, Row row)
            throws SQLException {
        PreparedStatement statement = statements.prepare(expectedVersion < 0 ? updateUnchecked : update);
        int next = bind(statement, 1, row);
        statement.setString(next, tenant.value());
        statement.setString(next + 1, ref.kind());
        statement.setString(next + 2, ref.id().value());
        if (expectedVersion >= 0) {
            statement.setLong(next + 3, expectedVersion);
        }
        return statement.executeUpdate() == 1;
    }

    private int bind(PreparedStatement statement, int index, Row row) throws SQLException {
        int i = index;
        statement.setLong(i++, row.version());
        statement.setLong(i++, row.recordedAt());
        statement.setBytes(i++, row.hash());
        // A record without a body has form 0.
        statement.setInt(i++, row.body() == null ? 0 : row.bodyVersion());
        StoredText.bind(statement, i, row.body());
        i += 2;
        statement.setLong(i++, row.marks().fields());
        statement.setLong(i++, row.marks().texts());
        statement.setLong(i++, row.marks().words());
        statement.setLong(i++, row.marks().links());
        for (HotColumn column : HotColumn.ALL) {
            FieldValue value = row.indexed().hot().get(column.place());
            Column.hot(column.field().type()).bind(flavour, statement, i++, value);
        }
        return i;
    }
}
