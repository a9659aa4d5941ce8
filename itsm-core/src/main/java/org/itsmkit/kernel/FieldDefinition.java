package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;

/**
 * A custom field of a kind of record.
 *
 * @param name by {@link Keys#requireCode}, at most 56 characters
 * @param type the type of its values
 * @param many whether it may have several
 * @param allowed the values it may have; empty if any of its type
 * @param indexed whether records are found and ordered by it: costs a row of an index per value, so that a field that is only read
 *     should do without. Takes effect on values that are set from then on
 */
public record FieldDefinition(String name, FieldType type, boolean many, List<FieldValue> allowed, boolean indexed) {

    public FieldDefinition {
        Keys.requireCode(name, "field name");
        Keys.requireCode(FieldKey.CUSTOM_PREFIX + name, "prefixed field name");
        Objects.requireNonNull(type, "type");
        allowed = List.copyOf(allowed);
        for (FieldValue value : allowed) {
            FieldKey.of(name, type).require(value);
        }
    }

    /** A field with one value of {@code type}, by which records are found. */
    public static FieldDefinition of(String name, FieldType type) {
        return new FieldDefinition(name, type, false, List.of(), true);
    }

    /** A field with one of these texts, by which records are found. */
    public static FieldDefinition oneOf(String name, String... allowed) {
        return new FieldDefinition(
                name,
                FieldType.TEXT,
                false,
                List.of(allowed).stream().map(FieldValue::text).toList(),
                true);
    }

    /** Returns this field, which may have several values. */
    public FieldDefinition withMany() {
        return new FieldDefinition(name, type, true, allowed, indexed);
    }

    /** Returns this field, by which no record is found. */
    public FieldDefinition withoutIndex() {
        return new FieldDefinition(name, type, many, allowed, false);
    }

    /** How the field is named in queries. */
    public FieldKey key() {
        return FieldKey.custom(name, type);
    }

    /** What is wrong with {@code value} here; empty if nothing. */
    public Optional<Violation> objectionTo(FieldValue value) {
        if (value instanceof FieldValue.ListOf list) {
            if (!many) {
                return Optional.of(Violation.of("field.one-value", "field", name, "Field " + name + " has one value."));
            }
            return list.values().stream()
                    .map(this::objectionToOne)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return objectionToOne(value);
    }

    private Optional<Violation> objectionToOne(FieldValue value) {
        if (!type.accepts(value)) {
            return Optional.of(
                    Violation.of("field.wrong-type", "field", name, "Field " + name + " is of type " + type + "."));
        }
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            return Optional.of(Violation.of(
                    "field.not-allowed", "field", name, "Field " + name + " has no such value to choose."));
        }
        return Optional.empty();
    }
}
