package org.itsmkit.spi;

/** The identity of a record, unique within tenant and kind, for ever. */
public record RecordId(String value) implements Id, Comparable<RecordId> {

    /**
     * Checks the text by {@link Keys#requireCode}.
     *
     * @throws IllegalArgumentException if the text is no such key
     */
    public RecordId {
        Keys.requireCode(value, "record id");
    }

    /** Returns the id with this text; see the constructor for what is allowed. */
    public static RecordId of(String value) {
        return new RecordId(value);
    }

    /** Orders by text; ids are ASCII, so every store orders them alike. */
    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
