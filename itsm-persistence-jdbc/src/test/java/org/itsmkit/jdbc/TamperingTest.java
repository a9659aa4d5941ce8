package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.ChainVerifier;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P8: whoever changes a journal behind the store's back is found out. */
class TamperingTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final List<RecordKind<?>> KINDS = List.of(Repairs.KIND, Counter.KIND);
    private static final RecordRef HEATING = RecordRef.of("repair", RichCommit.HEATING);
    private static final int ENTRIES = 200;
    private static final String NOTED = "Note 2";

    private TestDatabase database;
    private JdbcStore store;

    private void open(Engine engine) {
        database = engine.open();
        store = database.store();
        RichCommit.prepare(store, ACME);
        store.commit(ACME, RichCommit.commit());
        for (int version = 2; version < ENTRIES; version++) {
            store.commit(ACME, Commit.of(noting(version)));
        }
        store.commit(TenantId.of("other"), Commit.of(RichCommit.inserting(RichCommit.HEATING, Repair.of("Elsewhere"))));
        // Half of the entries have their place in the feed already.
        assertThat(store.feed(KINDS, 0, 3)).hasSize(3);
        assertThat(verify().holds()).isTrue();
    }

    private static Write<Repair> noting(int version) {
        NewEntry entry = new NewEntry(
                new RepairEvent.Noted(People.BEN, "Note " + version),
                RichCommit.NOW,
                RichCommit.NOW.plusSeconds(version),
                People.CARLA,
                Optional.of(PersonId.of("ben")),
                Cause.of("reaction:close-children", RecordRef.of("house", RecordId.of("attic")), 3),
                7);
        return Write.update(
                Repairs.KIND, RichCommit.HEATING, version, Repair.of("The heating is lukewarm"), List.of(entry));
    }

    @AfterEach
    void close() {
        database.assertNothingIsOpen();
        database.close();
    }

    private ChainVerifier.Verdict verify() {
        return store.verifyChains(KINDS, entries -> {});
    }

    private void assertFound(long sequence) {
        ChainVerifier.Verdict verdict = verify();
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.breaks()).anySatisfy(found -> {
            assertThat(found.tenant()).isEqualTo(ACME);
            assertThat(found.record()).isEqualTo(HEATING);
            assertThat(found.sequence()).isEqualTo(sequence);
        });
    }

    private String entry(long sequence) {
        return " WHERE tenant = 'acme' AND kind = 'repair' AND id = 'heating' AND sequence = " + sequence;
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsCounted(Engine engine) {
        open(engine);

        ChainVerifier.Verdict verdict = verify();

        assertThat(verdict.records()).isEqualTo(5);
        assertThat(verdict.entries()).isEqualTo(ENTRIES + 5);
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedEntryIsMissed(Engine engine) {
        open(engine);
        database.execute("DELETE FROM " + database.table("journal") + entry(3));

        assertFound(3);
    }

    @ParameterizedTest
    @EnumSource
    void aCutTailIsMissed(Engine engine) {
        open(engine);
        database.execute("DELETE FROM " + database.table("journal") + entry(ENTRIES));

        assertFound(ENTRIES);
    }

    @ParameterizedTest
    @EnumSource
    void aCutTailIsMissedEvenIfTheVersionIsSetBack(Engine engine) {
        open(engine);
        database.execute("DELETE FROM " + database.table("journal") + entry(ENTRIES));
        database.execute(
                "UPDATE " + database.table("record") + " SET version = 199 WHERE id = 'heating' AND tenant = 'acme'");

        assertFound(ENTRIES - 1);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedVersionIsSeen(Engine engine) {
        open(engine);
        database.execute(
                "UPDATE " + database.table("record") + " SET version = 201 WHERE id = 'heating' AND tenant = 'acme'");

        assertFound(ENTRIES + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRecordRowIsMissed(Engine engine) {
        open(engine);
        database.execute("DELETE FROM " + database.table("record") + " WHERE id = 'heating' AND tenant = 'acme'");

        assertFound(1);
    }

    @ParameterizedTest
    @EnumSource
    void swappedEntriesAreSeen(Engine engine) {
        open(engine);
        String set = "UPDATE " + database.table("journal") + " SET sequence = ";
        database.execute(set + 999 + entry(3));
        database.execute(set + 3 + entry(4));
        database.execute(set + 4 + entry(999));

        assertFound(3);
    }

    @ParameterizedTest
    @EnumSource
    void anInsertedEntryIsSeen(Engine engine) {
        open(engine);
        String columns = "event, event_version, occurred_at, recorded_at, actor, on_behalf_of, cause, cause_record,"
                + " cause_sequence, settings_version, payload, payload_rest, salt, payload_digest, hash";
        database.execute("INSERT INTO " + database.table("journal") + " (tenant, kind, id, sequence, " + columns
                + ") SELECT tenant, kind, id, 201, " + columns + " FROM " + database.table("journal") + entry(ENTRIES));

        assertFound(ENTRIES + 1);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryWithoutARecordIsSeen(Engine engine) {
        open(engine);
        database.execute("UPDATE " + database.table("journal") + " SET id = 'zebra'" + entry(ENTRIES));

        assertFound(ENTRIES);
        assertThat(verify().breaks()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSaltThatIsTakenAwayWithoutAnErasureIsMissed(Engine engine) {
        open(engine);
        database.execute("UPDATE " + database.table("journal") + " SET salt = NULL" + entry(7));
        assertFound(7);
        database.execute("UPDATE " + database.table("journal") + " SET replaced_version = 1" + entry(7));

        assertFound(7);
    }

    @ParameterizedTest
    @EnumSource
    void anOlderJournalUnderTheNewRecordIsSeen(Engine engine) {
        open(engine);
        database.execute("DELETE FROM " + database.table("journal")
                + " WHERE tenant = 'acme' AND id = 'heating' AND sequence > 150");

        assertFound(151);
    }

    /** Every other kind of forgery, each on the journal as it was written. */
    @ParameterizedTest
    @EnumSource
    void nobodyForgesUnseen(Engine engine) {
        open(engine);
        keepCopies();
        String journal = "UPDATE " + database.table("journal") + " SET ";
        String record = "UPDATE " + database.table("record") + " SET ";
        String ofRecord = " WHERE tenant = 'acme' AND kind = 'repair' AND id = 'heating'";

        assertForged("the first entry is deleted", 1, "DELETE FROM " + database.table("journal") + entry(1));
        assertForged(
                "the first entry is deleted and the others move up",
                1,
                "DELETE FROM " + database.table("journal") + entry(1),
                journal + "sequence = sequence - 1000" + ofRecord,
                journal + "sequence = sequence + 999" + ofRecord,
                record + "version = " + (ENTRIES - 1) + ofRecord);
        assertForged(
                "an entry in the middle is deleted and the others move up",
                100,
                "DELETE FROM " + database.table("journal") + entry(100),
                journal + "sequence = sequence - 1000" + ofRecord + " AND sequence > 100",
                journal + "sequence = sequence + 999" + ofRecord + " AND sequence < 0",
                record + "version = " + (ENTRIES - 1) + ofRecord);
        assertForged(
                "a copy is inserted in the middle and the others move down",
                100,
                journal + "sequence = sequence + 1000" + ofRecord + " AND sequence >= 100",
                journal + "sequence = sequence - 999" + ofRecord + " AND sequence > 1000",
                inserting(100, 50),
                record + "version = " + (ENTRIES + 1) + ofRecord);
        assertForged(
                "a copy follows the last, and the record knows of it",
                ENTRIES + 1,
                inserting(ENTRIES + 1, 50),
                record + "version = " + (ENTRIES + 1) + ofRecord);
        assertForged(
                "two neighbours are swapped with their hashes left in place",
                100,
                journal + "payload = (SELECT payload FROM " + database.table("journal") + entry(101)
                        + "), salt = (SELECT"
                        + " salt FROM " + database.table("journal") + entry(101) + "), payload_digest = (SELECT"
                        + " payload_digest FROM " + database.table("journal") + entry(101) + ")" + entry(100));
        assertForged(
                "the record's hash is another's",
                ENTRIES,
                record + "hash = (SELECT hash FROM " + database.table("journal") + entry(ENTRIES - 1) + ")" + ofRecord);
        assertForged("the record's time is another", ENTRIES, record + "recorded_at = recorded_at + 1" + ofRecord);
        assertForged("the record goes back to an older version", 100, record + "version = 99" + ofRecord);
        assertForged("a hold is put where nobody held", ENTRIES, record + "held = 1" + ofRecord);
        assertForged("an entry says that its form was replaced", 100, journal + "replaced_version = 1" + entry(100));
        assertForged(
                "an entry is purged as a purge would have it",
                100,
                journal + "salt = NULL, replaced_version = 0, payload = '{}', actor = 'erased-0', on_behalf_of = NULL"
                        + entry(100));
        assertForged("the form of an entry is another", 100, journal + "event_version = 2" + entry(100));
        assertForged("an event has another name", 100, journal + "event = 'described'" + entry(100));
        assertForged("an event poses as one of keeping", 100, journal + "event = 'itsm:released'" + entry(100));
        assertForged(
                "an entry is given to another record", ENTRIES, journal + "id = 'roof', sequence = 9" + entry(ENTRIES));
        assertForged(
                "positions in the feed are swapped",
                2,
                journal + "feed_position = 1000000" + entry(1),
                journal + "feed_position = 999999" + entry(2));
    }

    /** Whole records that change hands are found where they arrive. */
    @ParameterizedTest
    @EnumSource
    void aRecordThatIsGivenToAnotherTenantOrIdIsSeen(Engine engine) {
        open(engine);
        keepCopies();
        for (String moved : List.of("tenant = 'thief'", "id = 'cellar'")) {
            for (String table : List.of("record", "journal")) {
                database.execute("UPDATE " + database.table(table) + " SET " + moved
                        + " WHERE tenant = 'acme' AND kind = 'repair' AND id = 'heating'");
            }
            assertThat(verify().breaks())
                    .as(moved)
                    .singleElement()
                    .satisfies(found -> assertThat(found.sequence()).isEqualTo(1));
            putCopiesBack();
        }
    }

    /**
     * What no chain can show by itself: its end, written anew with all hashes, and a record that is gone with all of its journal. Who keeps
     * the last hash and version of records elsewhere sees both.
     */
    @ParameterizedTest
    @EnumSource
    void anEndThatIsWrittenAnewIsSeenByWhoKeptItsHash(Engine engine) throws SQLException {
        open(engine);
        String kept = hash(ENTRIES);
        JournalEntry last = store.journal(ACME, Repairs.KIND, RichCommit.HEATING, ENTRIES - 1, 1)
                .get(0);
        byte[] salt = new byte[JournalChain.SALT_LENGTH];
        String payload = "{\"by\":\"ben\",\"text\":\"All is well\"}";
        byte[] digest =
                JournalChain.digest(salt, last.by(), last.onBehalfOf(), payload.getBytes(StandardCharsets.UTF_8));
        JournalChain.Header header = new JournalChain.Header(
                ACME,
                HEATING,
                ENTRIES,
                last.name(),
                1,
                last.occurredAt(),
                last.recordedAt(),
                last.by(),
                last.onBehalfOf(),
                last.cause(),
                last.settingsVersion());
        byte[] forged = JournalChain.hash(HexFormat.of().parseHex(hash(ENTRIES - 1)), header, digest);
        try (Connection connection = database.plain().getConnection()) {
            write(connection, "payload", payload, entry(ENTRIES));
            write(connection, "salt", salt, entry(ENTRIES));
            write(connection, "payload_digest", digest, entry(ENTRIES));
            write(connection, "hash", forged, entry(ENTRIES));
            assertFound(ENTRIES);
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + database.table("record")
                    + " SET hash = ? WHERE tenant = 'acme' AND kind = 'repair' AND id = 'heating'")) {
                update.setBytes(1, forged);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }

        assertThat(verify().holds()).isTrue();
        assertThat(hash(ENTRIES)).isNotEqualTo(kept);
    }

    /** What an export hands out for whoever keeps it elsewhere. */
    private String hash(long sequence) {
        List<String> hashes = new ArrayList<>();
        store.export(ACME, KINDS, item -> {
            if (item instanceof ArchiveItem.Entry entry
                    && entry.entry().record().equals(HEATING)
                    && entry.entry().sequence() == sequence) {
                hashes.add(entry.link().orElseThrow().hash());
            }
        });
        assertThat(hashes).hasSize(1);
        return hashes.get(0);
    }

    private static final String WRITTEN = "event, event_version, occurred_at, recorded_at, actor, on_behalf_of, cause,"
            + " cause_record, cause_sequence, settings_version, replaced_version, payload, payload_rest, salt,"
            + " payload_digest, hash";

    private String inserting(long sequence, long like) {
        return "INSERT INTO " + database.table("journal") + " (tenant, kind, id, sequence, " + WRITTEN
                + ") SELECT tenant, kind, id, " + sequence + ", " + WRITTEN + " FROM " + database.table("journal")
                + entry(like);
    }

    private void assertForged(String how, long sequence, String... statements) {
        for (String statement : statements) {
            database.execute(statement);
        }
        assertThat(verify().breaks()).as(how).anySatisfy(found -> {
            assertThat(found.tenant()).isEqualTo(ACME);
            assertThat(found.record()).isEqualTo(HEATING);
            assertThat(found.sequence()).isEqualTo(sequence);
        });
        putCopiesBack();
        assertThat(verify().holds()).as("after: %s", how).isTrue();
    }

    private void keepCopies() {
        for (String table : List.of("journal", "record")) {
            database.execute(
                    "CREATE TABLE " + database.table(table) + "_copy AS SELECT * FROM " + database.table(table));
        }
    }

    private void putCopiesBack() {
        String columns = "tenant, kind, id, sequence, " + WRITTEN + ", feed_position";
        for (String table : List.of("journal", "record")) {
            database.execute("DELETE FROM " + database.table(table));
        }
        database.execute("INSERT INTO " + database.table("journal") + " (" + columns + ") SELECT " + columns + " FROM "
                + database.table("journal") + "_copy");
        database.execute(
                "INSERT INTO " + database.table("record") + " SELECT * FROM " + database.table("record") + "_copy");
    }

    private void erase() {
        JournalEntry noted =
                store.journal(ACME, Repairs.KIND, RichCommit.HEATING, 2, 1).get(0);
        assertThat(noted.event().toString()).contains(NOTED);
        store.erase(
                ACME,
                new Redacted<>(
                        Repairs.KIND,
                        RichCommit.HEATING,
                        ENTRIES,
                        Optional.of(Repair.of("The heating is lukewarm")),
                        new TreeMap<>(Map.of(
                                3L,
                                new Redacted.Entry(
                                        new RepairEvent.Noted(PersonId.of("erased-1"), Redactor.TEXT),
                                        PersonId.of("erased-2"),
                                        Optional.empty()))),
                        Set.of("text")),
                Act.of(People.DORA, RichCommit.NOW, "Request 17"),
                task -> false);
        assertThat(verify().breaks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsInThePlaceOfWhatWasErasedIsWatchedToo(Engine engine) {
        open(engine);
        String update = "UPDATE " + database.table("journal") + " SET ";
        erase();

        for (String forged : List.of(
                "payload = '{\"by\":\"erased-1\",\"text\":\"harmless\"}'",
                "actor = 'ben'",
                "on_behalf_of = 'ben'",
                "replaced_version = 2",
                "replaced_version = NULL",
                "salt = SUBSTRING(hash FROM 1 FOR 16)",
                "payload_digest = hash")) {
            Object[] before = row(3);
            database.execute(update + forged + entry(3));
            assertFound(3);
            restore(3, before);
            assertThat(verify().breaks()).as(forged).isEmpty();
        }
        database.execute("DELETE FROM " + database.table("journal") + entry(ENTRIES + 1));
        database.execute("UPDATE " + database.table("record") + " SET version = " + ENTRIES
                + ", hash = (SELECT hash FROM " + database.table("journal") + entry(ENTRIES)
                + "), recorded_at = (SELECT recorded_at FROM " + database.table("journal") + entry(ENTRIES)
                + ") WHERE tenant = 'acme' AND id = 'heating'");
        assertFound(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasErasedDoesNotComeBackUnseen(Engine engine) {
        open(engine);
        Object[] before = row(3);
        erase();
        restore(3, before);

        assertFound(3);
    }

    @ParameterizedTest
    @EnumSource
    void aLegalHoldThatIsTakenAwayIsMissed(Engine engine) {
        open(engine);
        store.hold(ACME, Repairs.KIND, RichCommit.HEATING, ENTRIES, Act.of(People.DORA, RichCommit.NOW, "Case 4711"));
        assertThat(verify().holds()).isTrue();
        database.execute(
                "UPDATE " + database.table("record") + " SET held = 0 WHERE tenant = 'acme' AND id = 'heating'");

        assertFound(ENTRIES + 1);
    }

    private static final List<String> ERASABLE =
            List.of("payload", "actor", "on_behalf_of", "replaced_version", "salt", "payload_digest");

    private Object[] row(long sequence) {
        try (Connection connection = database.plain().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT " + String.join(", ", ERASABLE)
                        + " FROM " + database.table("journal") + entry(sequence));
                ResultSet row = select.executeQuery()) {
            assertThat(row.next()).isTrue();
            Object[] values = new Object[ERASABLE.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i >= 4 ? row.getBytes(i + 1) : i == 3 ? row.getObject(4) : row.getString(i + 1);
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restore(long sequence, Object[] values) {
        try (Connection connection = database.plain().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE " + database.table("journal") + " SET "
                        + String.join(" = ?, ", ERASABLE) + " = ?" + entry(sequence))) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    update.setNull(i + 1, i >= 4 ? Types.BINARY : i == 3 ? Types.INTEGER : Types.VARCHAR);
                } else {
                    update.setObject(i + 1, values[i]);
                }
            }
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Flips each byte of each column of an entry, one at a time: a text's characters, a number's bits, a binary's bytes. */
    @ParameterizedTest
    @EnumSource
    void everyFlippedByteIsSeen(Engine engine) throws SQLException {
        open(engine);
        Random random = new Random(42);
        int flips = 0;
        try (Connection connection = database.plain().getConnection()) {
            for (String column : columns(connection)) {
                for (Object forged : forgeries(read(connection, column), random)) {
                    Object original = read(connection, column);
                    long sequence = column.equals("sequence") ? ((Number) forged).longValue() : 3;
                    write(connection, column, forged, entry(3));
                    assertThat(verify().holds())
                            .as("column %s, %s instead of %s", column, forged, original)
                            .isFalse();
                    write(connection, column, original, forgedPlace(column, forged, sequence));
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(200);
        assertThat(verify().holds()).isTrue();
    }

    private String forgedPlace(String column, Object forged, long sequence) {
        String where = entry(sequence);
        return switch (column) {
            case "tenant" -> where.replace("'acme'", "'" + forged + "'");
            case "kind" -> where.replace("'repair'", "'" + forged + "'");
            case "id" -> where.replace("'heating'", "'" + forged + "'");
            default -> where;
        };
    }

    private List<String> columns(Connection connection) throws SQLException {
        // Where an entry stands in the feed is no part of what it says, and is given after it was written.
        Set<String> outside = Set.of("arrival", "feed_position", "payload_rest", "replaced_version");
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + database.table("journal"));
                ResultSet row = select.executeQuery()) {
            ResultSetMetaData data = row.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                String name = data.getColumnName(i).toLowerCase(java.util.Locale.ROOT);
                if (!outside.contains(name)) {
                    columns.add(name);
                }
            }
        }
        assertThat(columns).hasSize(18);
        return columns;
    }

    private Object read(Connection connection, String column) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT " + column + " FROM " + database.table("journal") + entry(3));
                ResultSet row = select.executeQuery()) {
            assertThat(row.next()).isTrue();
            return switch (row.getMetaData().getColumnType(1)) {
                case Types.BIGINT, Types.INTEGER -> row.getLong(1);
                case Types.BINARY, Types.VARBINARY -> row.getBytes(1);
                default -> row.getString(1);
            };
        }
    }

    private void write(Connection connection, String column, Object value, String where) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + database.table("journal") + " SET " + column + " = ?" + where)) {
            update.setObject(1, value);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static List<Object> forgeries(Object original, Random random) {
        List<Object> forged = new ArrayList<>();
        if (original instanceof Long number) {
            // The event's version fits 32 bits, and the sequence must not meet another.
            for (int bit = 8; bit < 30; bit += 4) {
                forged.add(number ^ 1L << bit);
            }
        } else if (original instanceof byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                byte[] copy = bytes.clone();
                copy[i] ^= (byte) (1 << random.nextInt(8));
                forged.add(copy);
            }
        } else {
            String text = (String) original;
            for (int i = 0; i < text.length(); i++) {
                char other = text.charAt(i) == 'a' ? 'b' : 'a';
                forged.add(text.substring(0, i) + other + text.substring(i + 1));
            }
        }
        return forged;
    }
}
