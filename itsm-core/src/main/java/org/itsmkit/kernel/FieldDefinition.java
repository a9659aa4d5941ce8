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
 * @param bounds how long or how great its values may be
 * @param requiredWhen when it must have a value. Asked when a record is made, when it comes to another status, when the field or one that
 *     the condition looks at is set or emptied, and when an action is done that the condition speaks of
 * @param byDefault the value that records begin with where nobody said otherwise
 */
public record FieldDefinition(
        String name,
        FieldType type,
        boolean many,
        List<FieldValue> allowed,
        boolean indexed,
        Optional<FieldBounds> bounds,
        Optional<FieldCondition> requiredWhen,
        Optional<FieldValue> byDefault) {

    /** The most custom fields of a kind, and the most values to choose from. */
    public static final int MOST = 10_000;

    public FieldDefinition {
        Keys.requireCode(name, "field name");
        Keys.requireCode(FieldKey.CUSTOM_PREFIX + name, "prefixed field name");
        Objects.requireNonNull(type, "type");
        allowed = List.copyOf(allowed);
        for (FieldValue value : allowed) {
            FieldKey.of(name, type).require(value);
        }
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(requiredWhen, "requiredWhen");
        Objects.requireNonNull(byDefault, "byDefault");
    }

    /** A field without bounds that is never required and begins without a value. */
    public FieldDefinition(String name, FieldType type, boolean many, List<FieldValue> allowed, boolean indexed) {
        this(name, type, many, allowed, indexed, Optional.empty(), Optional.empty(), Optional.empty());
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
        return new FieldDefinition(name, type, true, allowed, indexed, bounds, requiredWhen, byDefault);
    }

    /** Returns this field, by which no record is found. */
    public FieldDefinition withoutIndex() {
        return new FieldDefinition(name, type, many, allowed, false, bounds, requiredWhen, byDefault);
    }

    /** Returns this field, whose values lie within {@code newBounds}. */
    public FieldDefinition within(FieldBounds newBounds) {
        return new FieldDefinition(name, type, many, allowed, indexed, Optional.of(newBounds), requiredWhen, byDefault);
    }

    /** Returns this field, which must have a value when {@code condition} holds. */
    public FieldDefinition requiredWhen(FieldCondition condition) {
        return new FieldDefinition(name, type, many, allowed, indexed, bounds, Optional.of(condition), byDefault);
    }

    /** Returns this field, with which records begin as {@code value}. */
    public FieldDefinition startingAs(FieldValue value) {
        return new FieldDefinition(name, type, many, allowed, indexed, bounds, requiredWhen, Optional.of(value));
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
        return bounds.flatMap(b -> b.objectionTo(name, value));
    }
}
