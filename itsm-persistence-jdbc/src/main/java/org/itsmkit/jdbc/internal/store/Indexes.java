package org.itsmkit.jdbc.internal.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.Link;

/** The four tables by which records are found. Immutable; safe for use by many threads. */
final class Indexes {

    private final IndexTable<FieldRow> fields;
    private final IndexTable<Map.Entry<Indexed.TextRow, String>> texts;
    private final IndexTable<WordRow> words;
    private final IndexTable<Link> links;

    Indexes(Tables tables, Flavour flavour) {
        fields = new IndexTable<>(tables.field(), new FieldShape(flavour));
        texts = new IndexTable<>(tables.text(), new TextShape(flavour));
        words = new IndexTable<>(tables.word(), new WordShape());
        links = new IndexTable<>(tables.link(), new LinkShape());
    }

    /** The fingerprints of a record's rows, kept with the record so that most updates need not look at the rows. */
    record Marks(long fields, long texts, long words, long links) {

        static final Marks NONE = new Marks(0, 0, 0, 0);

        static Marks of(Indexed indexed) {
            return new Marks(
                    Fingerprint.of(indexed.fields()),
                    Fingerprint.of(indexed.texts().keySet()),
                    Fingerprint.of(indexed.words()),
                    Fingerprint.of(indexed.links()));
        }
    }

    /** Makes the record's rows those of {@code wanted}. */
    void replace(Statements statements, TenantId tenant, RecordRef ref, Marks before, Marks after, Indexed wanted)
            throws SQLException {
        fields.replace(statements, tenant, ref, before.fields(), after.fields(), wanted.fields());
        texts.replace(
                statements,
                tenant,
                ref,
                before.texts(),
                after.texts(),
                new LinkedHashSet<>(wanted.texts().entrySet()));
        words.replace(statements, tenant, ref, before.words(), after.words(), wanted.words());
        links.replace(statements, tenant, ref, before.links(), after.links(), wanted.links());
    }

    private record FieldShape(Flavour flavour) implements IndexTable.Shape<FieldRow> {

        @Override
        public List<String> keyColumns() {
            return List.of("field", "field_type", "place");
        }

        @Override
        public List<String> otherColumns() {
            return List.of("text_value", "number_value");
        }

        @Override
        public Object key(FieldRow row) {
            return List.of(row.field(), row.type(), row.place());
        }

        @Override
        public void bindKey(PreparedStatement statement, int index, FieldRow row) throws SQLException {
            statement.setString(index, row.field());
            statement.setInt(index + 1, row.type());
            statement.setInt(index + 2, row.place());
        }

        @Override
        public void bindOthers(PreparedStatement statement, int index, FieldRow row) throws SQLException {
            flavour.bindText(statement, index, row.text());
            if (row.number() == null) {
                statement.setNull(index + 1, Types.NUMERIC);
            } else {
                statement.setBigDecimal(index + 1, row.number());
            }
        }

        @Override
        public FieldRow read(ResultSet row) throws SQLException {
            BigDecimal number = row.getBigDecimal(5);
            return new FieldRow(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    flavour.text(row, 4),
                    number == null ? null : number.stripTrailingZeros());
        }
    }

    private record TextShape(Flavour flavour) implements IndexTable.Shape<Map.Entry<Indexed.TextRow, String>> {

        @Override
        public List<String> keyColumns() {
            return List.of("field", "text_key");
        }

        @Override
        public List<String> otherColumns() {
            return List.of("whole");
        }

        @Override
        public Object key(Map.Entry<Indexed.TextRow, String> row) {
            return row.getKey();
        }

        @Override
        public void bindKey(PreparedStatement statement, int index, Map.Entry<Indexed.TextRow, String> row)
                throws SQLException {
            statement.setString(index, row.getKey().field());
            flavour.bindText(statement, index + 1, row.getKey().key());
        }

        @Override
        public void bindOthers(PreparedStatement statement, int index, Map.Entry<Indexed.TextRow, String> row)
                throws SQLException {
            flavour.bindLongText(statement, index, row.getValue());
        }

        @Override
        public Map.Entry<Indexed.TextRow, String> read(ResultSet row) throws SQLException {
            String key = Objects.requireNonNull(flavour.text(row, 2));
            return Map.entry(new Indexed.TextRow(row.getString(1), key), flavour.longText(row, 3));
        }
    }

    private record WordShape() implements IndexTable.Shape<WordRow> {

        @Override
        public List<String> keyColumns() {
            return List.of("field", "place", "word");
        }

        @Override
        public List<String> otherColumns() {
            return List.of();
        }

        @Override
        public Object key(WordRow row) {
            return row;
        }

        @Override
        public void bindKey(PreparedStatement statement, int index, WordRow row) throws SQLException {
            statement.setString(index, row.field());
            statement.setInt(index + 1, row.place());
            statement.setString(index + 2, row.word());
        }

        @Override
        public void bindOthers(PreparedStatement statement, int index, WordRow row) {}

        @Override
        public WordRow read(ResultSet row) throws SQLException {
            return new WordRow(row.getString(1), row.getInt(2), row.getString(3));
        }
    }

    private record LinkShape() implements IndexTable.Shape<Link> {

        @Override
        public List<String> keyColumns() {
            return List.of("link_type", "target_kind", "target_id");
        }

        @Override
        public List<String> otherColumns() {
            return List.of();
        }

        @Override
        public Object key(Link link) {
            return link;
        }

        @Override
        public void bindKey(PreparedStatement statement, int index, Link link) throws SQLException {
            statement.setString(index, link.type());
            statement.setString(index + 1, link.target().kind());
            statement.setString(index + 2, link.target().id().value());
        }

        @Override
        public void bindOthers(PreparedStatement statement, int index, Link link) {}

        @Override
        public Link read(ResultSet row) throws SQLException {
            return Link.of(row.getString(1), RecordRef.of(row.getString(2), RecordId.of(row.getString(3))));
        }
    }
}
