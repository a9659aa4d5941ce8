package org.itsmkit.jdbc.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.StandardFields;

/** A column of the record's own row, for a field by which everybody filters. */
record HotColumn(FieldKey field, int place) {

    /** All of them, in the order of their columns. */
    static final List<HotColumn> ALL = all();

    private static final Map<FieldKey, HotColumn> BY_FIELD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(HotColumn::field, Function.identity()));

    private static List<HotColumn> all() {
        FieldKey[] fields = StandardFields.all().toArray(FieldKey[]::new);
        HotColumn[] columns = new HotColumn[fields.length];
        Arrays.setAll(columns, i -> new HotColumn(fields[i], i));
        return List.of(columns);
    }

    /** Returns the column of {@code field}, if it has one. */
    static Optional<HotColumn> of(FieldKey field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** Its name in the table. */
    String column() {
        return "f_" + field.name();
    }

    /** The names of all columns, with commas between them; each followed by {@code suffix}. */
    static String names(String suffix) {
        return ALL.stream().map(column -> column.column() + suffix).collect(Collectors.joining(", "));
    }
}
