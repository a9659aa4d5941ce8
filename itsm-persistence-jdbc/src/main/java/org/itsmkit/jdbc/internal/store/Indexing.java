package org.itsmkit.jdbc.internal.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.jdbc.internal.sql.TextKey;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Words;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.jspecify.annotations.Nullable;

/** Finds out by what a record is found. One use per record; for one thread. */
final class Indexing<R> {

    private static final Comparator<WordRow> WORDS =
            Comparator.comparing(WordRow::field).thenComparing(WordRow::place).thenComparing(WordRow::word);
    private static final Comparator<Link> LINKS =
            Comparator.comparing(Link::type).thenComparing(Link::target);

    private final @Nullable FieldValue[] hot = new @Nullable FieldValue[HotColumn.ALL.size()];
    private final Set<FieldRow> fields = new LinkedHashSet<>();
    private final Map<Indexed.TextRow, String> texts = new LinkedHashMap<>();
    private final Set<WordRow> words = new TreeSet<>(WORDS);

    private Indexing() {}

    static <R> Indexed of(RecordKind<R> kind, R record) {
        Indexing<R> indexing = new Indexing<>();
        for (Field<R, ?> field : kind.fields()) {
            indexing.declared(field, field.values(record));
        }
        new TreeMap<>(kind.customFields(record)).forEach(indexing::custom);
        Set<Link> links = new TreeSet<>(LINKS);
        links.addAll(kind.links(record));
        return new Indexed(Arrays.asList(indexing.hot), indexing.fields, indexing.texts, indexing.words, links);
    }

    private void declared(Field<R, ?> field, Collection<FieldValue> all) {
        List<FieldValue> values = List.copyOf(new LinkedHashSet<>(all));
        FieldKey key = field.key();
        Optional<HotColumn> column = HotColumn.of(key);
        if (column.isPresent()) {
            if (values.size() > 1) {
                throw new IllegalArgumentException(
                        "field " + key.name() + " has at most one value, not " + values.size());
            }
            values.forEach(value -> {
                hot[column.get().place()] = value;
                keep(key.name(), value);
            });
        } else {
            add(key.name(), key.type(), values);
        }
        if (field.isSearchable()) {
            for (int place = 0; place < values.size(); place++) {
                for (String word : Words.of(Column.text(values.get(place)))) {
                    words.add(new WordRow(key.name(), place, word));
                }
            }
        }
    }

    private void custom(String name, FieldValue value) {
        List<FieldValue> values = value instanceof FieldValue.ListOf list
                ? List.copyOf(new LinkedHashSet<>(list.values()))
                : List.of(value);
        if (!values.isEmpty()) {
            FieldType type = FieldType.of(values.get(0));
            add(FieldKey.custom(name, type).name(), type, values);
        }
    }

    private void add(String field, FieldType type, List<FieldValue> values) {
        for (int place = 0; place < values.size(); place++) {
            fields.add(Column.row(field, type, place, values.get(place)));
            keep(field, values.get(place));
        }
    }

    private void keep(String field, FieldValue value) {
        if (value instanceof FieldValue.Text text && TextKey.isLong(text.value())) {
            texts.put(new Indexed.TextRow(field, TextKey.of(text.value())), text.value());
        }
    }
}
