package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Upkeep;
import org.jspecify.annotations.Nullable;

/** The table of journal entries. Immutable; safe for use by many threads. */
final class JournalTable {

    /** The columns that {@link #header} reads, from the first on. */
    static final String HEADER =
            "tenant, kind, id, sequence, event, event_version, occurred_at, recorded_at, actor, on_behalf_of,"
                    + " cause, cause_record, cause_sequence, settings_version";

    /** How many columns {@link #HEADER} has. */
    static final int HEADER_COLUMNS = 14;

    /** The columns of the payload, read by {@link StoredText}. */
    static final String PAYLOAD = "payload, payload_rest, replaced_version";

    /** How many columns {@link #PAYLOAD} has. */
    static final int PAYLOAD_COLUMNS = 3;

    /** The columns that make the chain. */
    static final String CHAIN = "salt, payload_digest, hash";

    /** The version of the form of an entry of which nothing is left. */
    static final int NOTHING_LEFT = 0;

    private static final int COLUMNS = 20;

    private final String insert;

    JournalTable(Tables tables) {
        this.insert = "INSERT INTO " + tables.journal() + " (" + HEADER + ", " + PAYLOAD + ", " + CHAIN + ") VALUES ("
                + Sql.marks(COLUMNS) + ")";
    }

    /** An entry as it is stored. */
    record Row(
            JournalChain.Header header,
            String payload,
            Optional<Integer> replacedVersion,
            byte @Nullable [] salt,
            byte[] payloadDigest,
            byte[] hash) {}

    PreparedStatement insert(Statements statements) throws SQLException {
        return statements.prepare(insert);
    }

    static void bind(PreparedStatement statement, Row row) throws SQLException {
        JournalChain.Header header = row.header();
        IndexTable.bindRef(statement, header.tenant(), header.record());
        statement.setLong(4, header.sequence());
        statement.setString(5, header.name());
        statement.setInt(6, header.version());
        statement.setLong(7, Micros.of(header.occurredAt()));
        statement.setLong(8, Micros.of(header.recordedAt()));
        statement.setString(9, header.by().value());
        bindOptional(statement, 10, header.onBehalfOf().map(PersonId::value));
        statement.setString(11, header.cause().name());
        bindOptional(statement, 12, header.cause().record().map(RecordRef::toString));
        statement.setLong(13, header.cause().sequence());
        statement.setLong(14, header.settingsVersion());
        StoredText.bind(statement, 15, row.payload());
        if (row.replacedVersion().isPresent()) {
            statement.setInt(17, row.replacedVersion().get());
        } else {
            statement.setNull(17, Types.INTEGER);
        }
        statement.setBytes(18, row.salt());
        statement.setBytes(19, row.payloadDigest());
        statement.setBytes(20, row.hash());
    }

    static void bindOptional(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    /** Reads the {@link #HEADER} columns; throws {@link IllegalArgumentException} if they were tampered with so that no value fits. */
    static JournalChain.Header header(ResultSet row) throws SQLException {
        Optional<RecordRef> causeRecord = Optional.ofNullable(row.getString(12)).map(RecordRef::parse);
        return new JournalChain.Header(
                TenantId.of(row.getString(1)),
                RecordRef.of(row.getString(2), RecordId.of(row.getString(3))),
                row.getLong(4),
                row.getString(5),
                row.getInt(6),
                Micros.toInstant(row.getLong(7)),
                Micros.toInstant(row.getLong(8)),
                PersonId.of(row.getString(9)),
                Optional.ofNullable(row.getString(10)).map(PersonId::of),
                new Cause(row.getString(11), causeRecord, row.getLong(13)),
                row.getLong(14));
    }

    /** Reads the {@link #PAYLOAD} columns behind the header into what a reader sees, in its present form. */
    static JournalEntry entry(KindPlan<?> plan, JournalChain.Header header, ResultSet row) throws SQLException {
        String payload = StoredText.read(row, HEADER_COLUMNS + 1);
        Optional<Integer> replacedVersion = replacedVersion(row);
        EventType<?> type = plan.eventType(header.name(), header.record(), header.sequence());
        int version = replacedVersion.orElse(header.version());
        return new JournalEntry(
                header.record(),
                header.sequence(),
                type.name(),
                version == NOTHING_LEFT
                        ? new Upkeep.Gone()
                        : plan.readEvent(type, payload, version, header.record(), header.sequence()),
                header.occurredAt(),
                header.recordedAt(),
                header.by(),
                header.onBehalfOf(),
                header.cause(),
                header.settingsVersion());
    }

    /** The version of the form of what stands where something was erased; empty if nothing was. */
    static Optional<Integer> replacedVersion(ResultSet row) throws SQLException {
        int version = row.getInt(HEADER_COLUMNS + PAYLOAD_COLUMNS);
        return row.wasNull() ? Optional.empty() : Optional.of(version);
    }
}
