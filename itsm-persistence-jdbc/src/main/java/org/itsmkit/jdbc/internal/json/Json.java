package org.itsmkit.jdbc.internal.json;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.itsmkit.spi.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Records and events as JSON text, and back. Equal values have equal texts. Learns each type once; safe for use by many threads.
 *
 * <p>A record is an object of its components; a case of a sealed type has {@code @type} besides; an {@link org.itsmkit.spi.Id} is its
 * text, an enum its name, an instant and other times their ISO text, a decimal its exact number. Empty optionals and collections
 * are left out, and read as empty when they are missing.
 */
public final class Json {

    private final Codecs codecs = new Codecs();

    /**
     * Checks that {@code type} can be written and read.
     *
     * @throws IllegalArgumentException if it is no public record (or sealed interface of such) of values that can be stored
     */
    public void require(Class<?> type) {
        codecs.of(type);
    }

    /**
     * Returns the text of {@code value}.
     *
     * @throws IllegalArgumentException if it holds what cannot be stored; the message begins with {@code what}
     */
    public <T> String write(Class<T> type, T value, String what) {
        try {
            return JsonText.of(codecs.of(type), value);
        } catch (IOException e) {
            throw new IllegalArgumentException(what + " cannot be stored: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the value whose text is {@code text}.
     *
     * @throws StoreException if the text is not that of a {@code type}; the message begins with {@code what}
     */
    public <T> T read(Class<T> type, String text, String what) {
        try {
            return JsonText.read(codecs.of(type), text);
        } catch (IOException e) {
            throw new StoreException(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the value that {@code upcast} makes of an older text.
     *
     * @throws StoreException if the text is no object, the upcaster fails, or what it returns is no {@code type}
     */
    @SuppressWarnings("NullAway") // maps of nullable values are beyond what the port's signature says
    public <T> T read(Class<T> type, String text, UnaryOperator<Map<String, @Nullable Object>> upcast, String what) {
        try {
            Map<String, @Nullable Object> tree;
            try {
                tree = upcast.apply(JsonText.read(TreeCodec.INSTANCE, text));
            } catch (RuntimeException e) {
                throw new StoreException(what + " cannot be brought to its present form", e);
            }
            return JsonText.read(codecs.of(type), JsonText.of(TreeCodec.INSTANCE, tree));
        } catch (IOException e) {
            throw new StoreException(what + " cannot be read: " + e.getMessage(), e);
        }
    }
}
