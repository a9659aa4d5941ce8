package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/** Writes and reads values of one type. Immutable; safe for use by many threads. */
interface Codec<T> {

    /** Writes {@code value} as one JSON value. */
    void write(T value, JsonGenerator out) throws IOException;

    /**
     * Reads the value whose first token is the parser's current one, and leaves the parser at its last.
     *
     * @throws IOException if there is no such value
     */
    T read(JsonParser in) throws IOException;

    /** Whether a component with this value is left out of its record's text. */
    default boolean isLeftOut(T value) {
        return false;
    }

    /** The value of a component that is missing in the text; empty if it may not be missing. */
    default Optional<T> missing() {
        return Optional.empty();
    }
}
