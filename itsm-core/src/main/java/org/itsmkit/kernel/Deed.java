package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;

/**
 * Something that is about to be done to a record, as {@linkplain Hook hooks} see it.
 *
 * @param record to which
 * @param begins whether the record begins with it
 * @param action what is done
 * @param moment when, and by whom; the system if it follows from something else
 * @param before the values of a field of the record as it was, by the name that lifecycles use, custom fields without a prefix; none if it
 *     begins
 * @param after the values as they would be then
 */
public record Deed(
        RecordRef record,
        boolean begins,
        Action action,
        Moment moment,
        Function<String, List<FieldValue>> before,
        Function<String, List<FieldValue>> after) {

    public Deed {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
