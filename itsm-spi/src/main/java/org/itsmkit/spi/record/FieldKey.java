package org.itsmkit.spi.record;

import java.util.Objects;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;

/**
 * Names a field in a query. A declared field has a plain name; a custom field's name begins with {@code custom:}.
 *
 * @param name by {@link Keys#requireCode}
 * @param type the type of its values
 */
public record FieldKey(String name, FieldType type) {

    /** What the name of a custom field begins with. */
    public static final String CUSTOM_PREFIX = "custom:";

    public FieldKey {
        Keys.requireCode(name, "field name");
        Objects.requireNonNull(type, "type");
    }

    /** The declared field {@code name}. */
    public static FieldKey of(String name, FieldType type) {
        return new FieldKey(name, type);
    }

    /** The custom field that tenants call {@code name}, without the prefix. */
    public static FieldKey custom(String name, FieldType type) {
        return new FieldKey(CUSTOM_PREFIX + name, type);
    }

    /**
     * What tenants call this custom field, without the prefix.
     *
     * @throws IllegalStateException if it is none
     */
    public String customName() {
        if (!isCustom()) {
            throw new IllegalStateException("field " + name + " is no custom field");
        }
        return name.substring(CUSTOM_PREFIX.length());
    }

    /** Whether this is a custom field. */
    public boolean isCustom() {
        return name.startsWith(CUSTOM_PREFIX);
    }

    /**
     * Returns {@code value} if this field can have it.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public FieldValue require(FieldValue value) {
        if (!type.accepts(value)) {
            throw new IllegalArgumentException("field " + name + " is of type " + type + " and cannot be compared with "
                    + value.getClass().getSimpleName());
        }
        return value;
    }
}
