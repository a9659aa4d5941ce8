package org.itsmkit.spi;

/** A group of people that work can be assigned to. */
public record GroupId(String value) implements Id {

    /**
     * Checks the text by {@link Keys#requireName}.
     *
     * @throws IllegalArgumentException if the text is no such key
     */
    public GroupId {
        Keys.requireName(value, "group id");
    }

    /** Returns the id with this text; see the constructor for what is allowed. */
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
