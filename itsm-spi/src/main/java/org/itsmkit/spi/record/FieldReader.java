package org.itsmkit.spi.record;

import java.util.List;
import java.util.function.Function;
import org.itsmkit.spi.FieldValue;

/**
 * Reads one field, declared or custom, from the records of a kind: what a query means by the field's key.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <R> the record
 */
public final class FieldReader<R> {

    private final boolean known;
    private final boolean searchable;
    private final Function<R, List<FieldValue>> read;

    private FieldReader(boolean known, boolean searchable, Function<R, List<FieldValue>> read) {
        this.known = known;
        this.searchable = searchable;
        this.read = read;
    }

    /**
     * Returns the reader of {@code key} for records of {@code kind}.
     *
     * @throws IllegalArgumentException if the kind declares the field with another type
     */
    public static <R> FieldReader<R> of(RecordKind<R> kind, FieldKey key) {
        if (key.isCustom()) {
            String name = key.name().substring(FieldKey.CUSTOM_PREFIX.length());
            return new FieldReader<>(true, false, record -> custom(kind, record, name, key.type()));
        }
        for (Field<R, ?> field : kind.fields()) {
            if (field.key().name().equals(key.name())) {
                requireType(kind, field.key(), key.type());
                return new FieldReader<>(true, field.isSearchable(), field::values);
            }
        }
        return new FieldReader<>(false, false, record -> List.of());
    }

    private static void requireType(RecordKind<?> kind, FieldKey declared, FieldType used) {
        if (declared.type() != used) {
            throw new IllegalArgumentException("field " + declared.name() + " of " + kind.name() + " is of type "
                    + declared.type() + " and is used as " + used);
        }
    }

    private static <R> List<FieldValue> custom(RecordKind<R> kind, R record, String name, FieldType type) {
        FieldValue value = kind.customFields(record).get(name);
        if (value == null) {
            return List.of();
        }
        List<FieldValue> values = value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
        return values.stream().allMatch(type::accepts) ? values : List.of();
    }

    /** Whether records of the kind may have a value here: the field is declared, or custom. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the field is found by its words. */
    public boolean isSearchable() {
        return searchable;
    }

    /** The values that {@code record} has here; empty if none. A custom value of another type is none. */
    public List<FieldValue> values(R record) {
        return read.apply(record);
    }
}
