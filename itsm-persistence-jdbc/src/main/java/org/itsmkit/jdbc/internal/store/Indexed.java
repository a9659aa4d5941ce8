package org.itsmkit.jdbc.internal.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.Link;
import org.jspecify.annotations.Nullable;

/**
 * All by which a record is found: what stands in its hot columns, and its rows in the other tables, sorted.
 *
 * @param hot a value or null per {@link HotColumn}
 * @param texts the values too long to be their own key, by field and key
 */
record Indexed(
        List<@Nullable FieldValue> hot,
        Set<FieldRow> fields,
        Map<TextRow, String> texts,
        Set<WordRow> words,
        Set<Link> links) {

    /** A long text's key within its field. */
    record TextRow(String field, String key) {}

    /** What a deleted record is found by. */
    static final Indexed NOTHING = new Indexed(
            Collections.nCopies(HotColumn.ALL.size(), null), Set.of(), new LinkedHashMap<>(), Set.of(), Set.of());
}
