package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of the records (or enums) that a sealed type permits: an object whose property {@code @type} is the simple name of its class. */
final class SealedCodec<T> implements Codec<T> {

    private static final String TYPE = "@type";
    private static final String VALUE = "value";

    private final Class<T> sealed;
    private final Map<String, Class<?>> byName = new LinkedHashMap<>();
    private final Function<Class<?>, Codec<?>> resolve;

    SealedCodec(Class<T> sealed, Function<Class<?>, Codec<?>> resolve) {
        this.sealed = sealed;
        this.resolve = resolve;
        collect(sealed);
    }

    private void collect(Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed() && !permitted.isEnum()) {
                collect(permitted);
            } else if (!permitted.isRecord() && !permitted.isEnum()) {
                throw new IllegalArgumentException(permitted.getName() + " cannot be stored: " + sealed.getSimpleName()
                        + " may permit records and enums only");
            } else {
                Class<?> other = byName.put(permitted.getSimpleName(), permitted);
                if (other != null && other != permitted) {
                    throw new IllegalArgumentException(sealed.getName()
                            + " cannot be stored: two of its cases are called " + permitted.getSimpleName());
                }
            }
        }
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        out.writeStartObject();
        out.writeStringField(TYPE, type.getSimpleName());
        Codec<Object> codec = codec(type);
        if (codec instanceof RecordCodec<Object> record) {
            record.writeProperties(value, out);
        } else {
            out.writeFieldName(VALUE);
            codec.write(value, out);
        }
        out.writeEndObject();
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw UnreadableException.unexpected("an object for " + sealed.getSimpleName(), in);
        }
        if (in.nextToken() != JsonToken.FIELD_NAME || !in.currentName().equals(TYPE)) {
            return readReordered(in);
        }
        in.nextToken();
        Codec<Object> codec = codec(type(in.getText()));
        if (codec instanceof RecordCodec<Object> record) {
            return (T) record.readProperties(in);
        }
        if (in.nextToken() != JsonToken.FIELD_NAME || !in.currentName().equals(VALUE)) {
            throw UnreadableException.unexpected("the value of " + sealed.getSimpleName(), in);
        }
        in.nextToken();
        Object value = codec.read(in);
        if (in.nextToken() != JsonToken.END_OBJECT) {
            throw UnreadableException.unexpected("the end of " + sealed.getSimpleName(), in);
        }
        return (T) value;
    }

    /** An upcaster may have put the discriminator elsewhere. */
    private T readReordered(JsonParser in) throws IOException {
        Map<String, @Nullable Object> rest = new HashMap<>();
        while (in.currentToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (rest.containsKey(name)) {
                throw UnreadableException.twice(name);
            }
            rest.put(name, TreeCodec.value(in));
            in.nextToken();
        }
        if (!(rest.remove(TYPE) instanceof String type)) {
            throw new UnreadableException("property '" + TYPE + "' of " + sealed.getSimpleName() + " is missing");
        }
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        ordered.put(TYPE, type);
        ordered.putAll(rest);
        return JsonText.read(this, JsonText.of(TreeCodec.INSTANCE, ordered));
    }

    private Class<?> type(String name) throws IOException {
        Class<?> type = byName.get(name);
        if (type == null) {
            throw new UnreadableException(sealed.getSimpleName() + " has no case '" + name + "'");
        }
        return type;
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> codec(Class<?> type) {
        return (Codec<Object>) resolve.apply(type);
    }
}
