package org.itsmkit.spi;

/** A person as the host's directory knows them: a login, an employee number, an e-mail address. */
public record PersonId(String value) implements Id {

    /**
     * Checks the text by {@link Keys#requireName}.
     *
     * @throws IllegalArgumentException if the text is no such key
     */
    public PersonId {
        Keys.requireName(value, "person id");
    }

    /** Returns the id with this text; see the constructor for what is allowed. */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
