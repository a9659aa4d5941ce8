package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;

/** Values that are one text each, and so can be the keys of maps. */
record TextCodec<T>(String what, Function<? super T, String> print, Function<String, ? extends T> parse)
        implements Codec<T> {

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        out.writeString(print.apply(value));
    }

    @Override
    public T read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw UnreadableException.unexpected(what, in);
        }
        return parsed(in.getText());
    }

    T parsed(String text) throws IOException {
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw new UnreadableException("not a " + what + ": " + e.getMessage(), e);
        }
    }
}
