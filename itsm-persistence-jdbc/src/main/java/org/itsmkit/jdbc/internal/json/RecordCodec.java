package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A record as an object with a property per component. What is unknown, missing or twice there is an error. */
final class RecordCodec<T> implements Codec<T> {

    private final String name;
    private final MethodHandle constructor;
    private final String[] names;
    private final MethodHandle components;
    private final boolean[] nullable;
    private final Map<String, Integer> places = new HashMap<>();
    private final Supplier<List<Codec<Object>>> resolve;
    private volatile @Nullable List<Codec<Object>> codecs;

    /**
     * Looks at the record's shape.
     *
     * @param resolve finds the codecs of the components; called when first needed, since types may contain themselves
     * @throws IllegalArgumentException if the record is not public or its package not exported
     */
    RecordCodec(Class<T> type, Supplier<List<Codec<Object>>> resolve) {
        this.name = type.getSimpleName();
        this.resolve = resolve;
        RecordComponent[] shape = type.getRecordComponents();
        this.names = new String[shape.length];
        this.nullable = new boolean[shape.length];
        MethodHandle[] accessors = new MethodHandle[shape.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?>[] types =
                    Arrays.stream(shape).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            for (int i = 0; i < shape.length; i++) {
                names[i] = shape[i].getName();
                places.put(names[i], i);
                accessors[i] = lookup.unreflect(shape[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                nullable[i] = Arrays.stream(shape[i].getAnnotatedType().getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
            }
            this.components = together(accessors);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be stored: it must be a public record in an exported package", e);
        }
    }

    /** One handle that reads everything: a call of each would cost more than what it reads. */
    private static MethodHandle together(MethodHandle[] accessors) {
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.length);
        MethodHandle each = MethodHandles.filterArguments(array, 0, accessors);
        return MethodHandles.permuteArguments(
                each, MethodType.methodType(Object[].class, Object.class), new int[accessors.length]);
    }

    static Type[] componentTypes(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .toArray(Type[]::new);
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeProperties(value, out);
        out.writeEndObject();
    }

    void writeProperties(T value, JsonGenerator out) throws IOException {
        List<Codec<Object>> all = codecs();
        @Nullable Object[] values = components(value);
        for (int i = 0; i < names.length; i++) {
            Object component = values[i];
            if (component == null) {
                if (!nullable[i]) {
                    throw new UnreadableException(name + "." + names[i] + " is null");
                }
            } else if (!all.get(i).isLeftOut(component)) {
                out.writeFieldName(names[i]);
                all.get(i).write(component, out);
            }
        }
    }

    @Override
    public T read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw UnreadableException.unexpected("an object for " + name, in);
        }
        return readProperties(in);
    }

    /** Reads from the token in front of the first property, or of the next after a discriminator, to the end of the object. */
    T readProperties(JsonParser in) throws IOException {
        List<Codec<Object>> all = codecs();
        @Nullable Object[] values = new @Nullable Object[names.length];
        boolean[] seen = new boolean[names.length];
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String property = in.currentName();
            Integer place = places.get(property);
            if (place == null) {
                throw new UnreadableException("unknown property '" + property + "' of " + name);
            }
            if (seen[place]) {
                throw UnreadableException.twice(property);
            }
            seen[place] = true;
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                values[place] = read(all.get(place), place, in);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !nullable[i]) {
                Optional<Object> missing = all.get(i).missing();
                if (missing.isEmpty()) {
                    throw new UnreadableException("property '" + names[i] + "' of " + name + " is missing");
                }
                values[i] = missing.get();
            }
        }
        return construct(values);
    }

    private Object read(Codec<Object> codec, int place, JsonParser in) throws IOException {
        try {
            return codec.read(in);
        } catch (UnreadableException e) {
            throw new UnreadableException(name + "." + names[place] + ": " + e.getMessage(), e);
        }
    }

    private List<Codec<Object>> codecs() {
        List<Codec<Object>> found = codecs;
        if (found == null) {
            found = resolve.get();
            codecs = found;
        }
        return found;
    }

    private @Nullable Object[] components(T value) throws IOException {
        try {
            return (@Nullable Object[]) components.invokeExact((Object) value);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnreadableException(name + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private T construct(@Nullable Object[] values) throws IOException {
        try {
            return (T) (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnreadableException(name + " refuses what was stored: " + e.getMessage(), e);
        }
    }
}
