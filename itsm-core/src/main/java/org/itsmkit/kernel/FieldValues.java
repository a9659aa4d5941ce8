package org.itsmkit.kernel;

import java.util.List;
import java.util.function.Function;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;

/** Reads the values that a record has in a field, declared or custom, by the name that lifecycles use. */
public final class FieldValues {

    private FieldValues() {}

    /** The values of {@code record}, by name; none of a name that it knows nothing of. */
    public static <R> Function<String, List<FieldValue>> of(RecordKind<R> kind, R record) {
        return name -> {
            for (Field<R, ?> field : kind.fields()) {
                if (field.key().name().equals(name)) {
                    return field.values(record);
                }
            }
            FieldValue custom = kind.customValues(record).get(name);
            return custom == null
                    ? List.of()
                    : custom instanceof FieldValue.ListOf list ? list.values() : List.of(custom);
        };
    }
}
