package org.itsmkit.spi.record;

import org.itsmkit.spi.FieldValue;

/** The type of a field's values: which case of {@link FieldValue} they are. */
public enum FieldType {
    /** {@link FieldValue.Text}. */
    TEXT(FieldValue.Text.class),
    /** {@link FieldValue.Decimal}. */
    DECIMAL(FieldValue.Decimal.class),
    /** {@link FieldValue.Flag}; no before yes. */
    FLAG(FieldValue.Flag.class),
    /** {@link FieldValue.Moment}. */
    MOMENT(FieldValue.Moment.class),
    /** {@link FieldValue.Date}. */
    DATE(FieldValue.Date.class),
    /** {@link FieldValue.Ref}; ordered as the text {@code kind/id}. */
    REF(FieldValue.Ref.class);

    private final Class<? extends FieldValue> valueType;

    FieldType(Class<? extends FieldValue> valueType) {
        this.valueType = valueType;
    }

    /** Whether {@code value} is of this type. A list is of no type. */
    public boolean accepts(FieldValue value) {
        return valueType.isInstance(value);
    }

    /**
     * Returns the type of {@code value}.
     *
     * @throws IllegalArgumentException if it is a list
     */
    public static FieldType of(FieldValue value) {
        for (FieldType type : values()) {
            if (type.accepts(value)) {
                return type;
            }
        }
        throw new IllegalArgumentException("a list has no field type of its own");
    }
}
