package org.itsmkit.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.Id;

/**
 * Gives equal commands equal texts, in every process: {@code toString} does not, for sets and maps have no order of their own. So other
 * content under a key that was used before is noticed.
 */
final class Canonical {

    private Canonical() {}

    /** The SHA-256 of the text of {@code parts}, in hexadecimal digits. */
    static String digest(Object... parts) {
        StringBuilder text = new StringBuilder();
        write(text, List.of(parts));
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(Object value) {
        StringBuilder text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    private static void write(StringBuilder text, Object value) {
        if (value instanceof Optional<?> optional) {
            write(text, optional.<List<?>>map(List::of).orElse(List.of()));
        } else if (value instanceof Id id) {
            quote(text, id.value());
        } else if (value instanceof Record record) {
            writeRecord(text, record);
        } else if (value instanceof Map<?, ?> map) {
            list(
                    text,
                    '{',
                    map.entrySet().stream()
                            .map(e -> text(e.getKey()) + text(e.getValue()))
                            .sorted()
                            .toList());
        } else if (value instanceof Set<?> set) {
            list(text, '{', set.stream().map(Canonical::text).sorted().toList());
        } else if (value instanceof Collection<?> collection) {
            list(text, '[', collection.stream().map(Canonical::text).toList());
        } else if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount) {
            quote(text, value.toString());
        } else if (value instanceof Currency currency) {
            quote(text, currency.getCurrencyCode());
        } else if (value instanceof ZoneId zone) {
            quote(text, zone.getId());
        } else {
            throw new IllegalArgumentException("a command that carries a key holds records, ids and JDK values, not "
                    + value.getClass().getName());
        }
    }

    private static void writeRecord(StringBuilder text, Record record) {
        quote(text, record.getClass().getName());
        text.append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.trySetAccessible();
                write(text, accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException(
                        "the command's component " + component + " cannot be read; is its class public?", e);
            }
        }
        text.append(')');
    }

    private static void list(StringBuilder text, char open, List<String> items) {
        text.append(open).append(items.size()).append(':');
        items.forEach(text::append);
    }

    private static void quote(StringBuilder text, String value) {
        text.append(value.length()).append('"').append(value);
    }
}
