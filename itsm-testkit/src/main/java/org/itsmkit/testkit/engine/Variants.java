package org.itsmkit.testkit.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;

/** A command with a text in the place of each of its components that takes one, one at a time, however deep. */
final class Variants {

    private Variants() {}

    /** As many for each text, in the same order. */
    static List<Supplier<Object>> of(Object record, String text) {
        List<Supplier<Object>> variants = new ArrayList<>();
        List<Object> values = Specimens.values(record);
        List<RecordComponent> components = Specimens.components(record.getClass());
        for (int i = 0; i < components.size(); i++) {
            int place = i;
            boolean isMapOfOthers = values.get(i) instanceof Map<?, ?> map
                    && map.isEmpty()
                    && !components.get(i).getGenericType().getTypeName().contains(FieldValue.class.getName());
            // What an empty map of something else holds cannot be a text.
            for (Supplier<Object> replacement :
                    isMapOfOthers ? List.<Supplier<Object>>of() : replacements(values.get(i), text)) {
                variants.add(() -> {
                    List<Object> changed = new ArrayList<>(values);
                    changed.set(place, replacement.get());
                    return Specimens.construct(record.getClass(), changed);
                });
            }
        }
        return variants;
    }

    private static List<Supplier<Object>> replacements(Object value, String text) {
        if (value instanceof String) {
            return List.of(() -> text);
        }
        if (value instanceof FieldValue) {
            return List.of(() -> FieldValue.text(text));
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? customFields(text) : entries(map, text);
        }
        if (value instanceof Set<?> set && set.size() == 1) {
            return within(set.iterator().next(), text, Set::of);
        }
        if (value instanceof List<?> list && list.size() == 1) {
            return within(list.get(0), text, List::of);
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return within(optional.get(), text, Optional::of);
        }
        if (value instanceof Id) {
            return List.of(() -> Specimens.parsed(value.getClass(), text).orElse(value));
        }
        return value.getClass().isRecord() ? of(value, text) : List.of();
    }

    private static List<Supplier<Object>> within(Object one, String text, Wrapping around) {
        return replacements(one, text).stream()
                .<Supplier<Object>>map(inner -> () -> around.wrap(inner.get()))
                .toList();
    }

    /** What holds one value. */
    private interface Wrapping {
        Object wrap(Object value);
    }

    private static List<Supplier<Object>> customFields(String text) {
        return List.of(
                () -> Map.of(text, FieldValue.text("x")),
                () -> Map.of("vendor", FieldValue.text(text)),
                () -> Map.of("memo", FieldValue.list(List.of(FieldValue.text(text), FieldValue.text("x")))));
    }

    private static List<Supplier<Object>> entries(Map<?, ?> map, String text) {
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        List<Supplier<Object>> replaced =
                new ArrayList<>(within(entry.getKey(), text, key -> Map.of(key, entry.getValue())));
        replaced.addAll(within(entry.getValue(), text, value -> Map.of(entry.getKey(), value)));
        return replaced;
    }
}
