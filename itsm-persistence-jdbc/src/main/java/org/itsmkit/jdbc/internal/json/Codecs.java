package org.itsmkit.jdbc.internal.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.spi.Id;

/** Finds the codec of a type by looking at it, once. Safe for use by many threads. */
final class Codecs {

    private final Map<Type, Codec<?>> known = new ConcurrentHashMap<>(Scalars.ALL);

    /** A generic class with its arguments, comparable whatever library made it. */
    private record Generic(Class<?> raw, List<Type> arguments) implements Type {}

    @SuppressWarnings("unchecked")
    <T> Codec<T> of(Class<T> type) {
        return (Codec<T>) find(type);
    }

    private Codec<?> find(Type type) {
        Codec<?> codec = known.get(type);
        if (codec == null) {
            // Not computeIfAbsent: finding one codec finds others. Two threads may make the same; either will do.
            codec = make(type);
            known.put(type, codec);
        }
        return codec;
    }

    private Codec<?> make(Type type) {
        if (type instanceof Generic generic) {
            return make(generic.raw(), generic.arguments());
        }
        return make((Class<?>) type, List.of());
    }

    private Codec<?> make(Class<?> raw, List<Type> arguments) {
        if (arguments.size() == 1) {
            if (raw == Optional.class) {
                return new Containers.OptionalCodec<>(find(arguments.get(0)));
            }
            if (raw == List.class || raw == Collection.class) {
                return new Containers.ListCodec<>(find(arguments.get(0)));
            }
            if (raw == Set.class) {
                return new Containers.SetCodec<>(find(arguments.get(0)));
            }
        }
        if (raw == Map.class && arguments.size() == 2) {
            if (find(arguments.get(0)) instanceof TextCodec<?> key) {
                return new Containers.MapCodec<>(key, find(arguments.get(1)));
            }
            throw new IllegalArgumentException(
                    "a map with keys of " + arguments.get(0).getTypeName() + " cannot be stored");
        }
        if (raw.isEnum()) {
            return constants(raw.asSubclass(Enum.class));
        }
        if (raw.isRecord()) {
            return Id.class.isAssignableFrom(raw) ? id(raw.asSubclass(Id.class)) : record(raw, arguments);
        }
        if (raw.isSealed()) {
            return new SealedCodec<>(raw, permitted -> find(generic(permitted, inherited(permitted, arguments))));
        }
        throw new IllegalArgumentException(
                raw.getName() + " cannot be stored: only records, sealed interfaces of records, enums,"
                        + " ids and values of the JDK can");
    }

    /** A case of a generic sealed type with as many variables is taken to pass them on in their order. */
    private static List<Type> inherited(Class<?> permitted, List<Type> arguments) {
        return permitted.getTypeParameters().length == arguments.size() ? arguments : List.of();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Codec<?> constants(Class<? extends Enum> type) {
        return new TextCodec<Enum<?>>(type.getSimpleName(), Enum::name, name -> Enum.valueOf(type, name));
    }

    private static Codec<?> id(Class<? extends Id> type) {
        MethodHandle constructor;
        try {
            constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " cannot be stored: an id must be a public record of one text in an exported package",
                    e);
        }
        return new TextCodec<Object>(
                type.getSimpleName(), id -> ((Id) id).value(), text -> construct(constructor, text));
    }

    private static Object construct(MethodHandle constructor, String text) {
        try {
            return (Object) constructor.invokeExact(text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> Codec<T> record(Class<T> raw, List<Type> arguments) {
        TypeVariable<?>[] variables = raw.getTypeParameters();
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (int i = 0; i < variables.length && arguments.size() == variables.length; i++) {
            bound.put(variables[i], arguments.get(i));
        }
        return new RecordCodec<>(
                raw,
                () -> Arrays.stream(RecordCodec.componentTypes(raw))
                        .map(component -> codec(plain(component, bound)))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> codec(Type type) {
        return (Codec<Object>) find(type);
    }

    private static Type generic(Class<?> raw, List<Type> arguments) {
        return arguments.isEmpty() ? raw : new Generic(raw, arguments);
    }

    /** Replaces variables by what they stand for, and wildcards by their bounds. */
    private static Type plain(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof ParameterizedType generic) {
            return new Generic(
                    (Class<?>) generic.getRawType(),
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(argument -> plain(argument, bound))
                            .toList());
        }
        if (type instanceof WildcardType wildcard) {
            return plain(wildcard.getUpperBounds()[0], bound);
        }
        if (type instanceof TypeVariable<?> variable) {
            Type found = bound.get(variable);
            return found != null ? found : raw(variable.getBounds()[0]);
        }
        return type;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        throw new IllegalArgumentException(type.getTypeName() + " cannot be stored");
    }
}
