package org.itsmkit.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.FieldBounds;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.FieldKey;

/**
 * What a host can draw a form from: the fields that are shown, which of them must have a value, and what they may be. Hidden fields are
 * left out.
 *
 * @param status in which the record is once the form is sent
 * @param template the name of the template by which the record was made, or is to be
 * @param entries the kind's own fields first, in its order, then custom ones in the order in which they are defined
 */
public record Form(Status status, Optional<String> template, List<Entry> entries) {

    /**
     * A field that is shown.
     *
     * @param field which, and of what type
     * @param isMandatory whether it must have a value
     * @param many whether it may have several
     * @param values the values that it has, or that a new record begins with
     * @param allowed the values that it may have; empty if any of its type, within the bounds
     * @param bounds how long or how great its values may be
     */
    public record Entry(
            FieldKey field,
            boolean isMandatory,
            boolean many,
            List<FieldValue> values,
            List<FieldValue> allowed,
            Optional<FieldBounds> bounds) {

        public Entry {
            Objects.requireNonNull(field, "field");
            values = List.copyOf(values);
            allowed = List.copyOf(allowed);
            Objects.requireNonNull(bounds, "bounds");
        }
    }

    public Form {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(template, "template");
        entries = List.copyOf(entries);
    }

    /** The field of that name, without the prefix if it is a custom one; empty if there is none, or it is hidden. */
    public Optional<Entry> entry(String name) {
        return entries.stream()
                .filter(entry -> name.equals(
                        entry.field().isCustom()
                                ? entry.field().customName()
                                : entry.field().name()))
                .findFirst();
    }
}
