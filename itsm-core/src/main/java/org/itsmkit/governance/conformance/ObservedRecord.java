package org.itsmkit.governance.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;

/**
 * A record as it is, as far as conditions look at it.
 *
 * @param record which
 * @param values the values of a field, by the name that lifecycles use; custom fields without their prefix
 */
public record ObservedRecord(RecordRef record, Function<String, List<FieldValue>> values) {

    public ObservedRecord {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(values, "values");
    }

    /** A record of that kind. */
    public static <R> ObservedRecord of(RecordKind<R> kind, RecordId id, R record) {
        Map<String, Field<R, ?>> fields = new HashMap<>();
        kind.fields().forEach(field -> fields.put(field.key().name(), field));
        Map<String, FieldValue> custom = kind.customValues(record);
        return new ObservedRecord(RecordRef.of(kind.name(), id), name -> {
            Field<R, ?> declared = fields.get(name);
            if (declared != null) {
                return declared.values(record);
            }
            FieldValue value = custom.get(name);
            return value == null ? List.of() : value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
        });
    }
}
