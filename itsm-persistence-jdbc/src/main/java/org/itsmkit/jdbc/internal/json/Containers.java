package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The codecs of what holds other values. Empty ones are left out of a record's text, and a missing one is empty. Where order has
 * no meaning, in sets and maps, the text is ordered, so that equal values have equal texts.
 */
final class Containers {

    private Containers() {}

    record OptionalCodec<T>(Codec<T> item) implements Codec<Optional<T>> {

        @Override
        public void write(Optional<T> value, JsonGenerator out) throws IOException {
            if (value.isPresent()) {
                item.write(value.get(), out);
            } else {
                out.writeNull();
            }
        }

        @Override
        public Optional<T> read(JsonParser in) throws IOException {
            return in.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(item.read(in));
        }

        @Override
        public boolean isLeftOut(Optional<T> value) {
            return value.isEmpty();
        }

        @Override
        public Optional<Optional<T>> missing() {
            return Optional.of(Optional.empty());
        }
    }

    record ListCodec<T>(Codec<T> item) implements Codec<List<T>> {

        @Override
        public void write(List<T> value, JsonGenerator out) throws IOException {
            out.writeStartArray();
            for (T each : value) {
                item.write(each, out);
            }
            out.writeEndArray();
        }

        @Override
        public List<T> read(JsonParser in) throws IOException {
            return Collections.unmodifiableList(items(item, in));
        }

        @Override
        public boolean isLeftOut(List<T> value) {
            return value.isEmpty();
        }

        @Override
        public Optional<List<T>> missing() {
            return Optional.of(List.of());
        }
    }

    record SetCodec<T>(Codec<T> item) implements Codec<Set<T>> {

        @Override
        public void write(Set<T> value, JsonGenerator out) throws IOException {
            if (item instanceof TextCodec<T> text) {
                writeTexts(value, text, out);
                return;
            }
            List<String> texts = new ArrayList<>(value.size());
            for (T each : value) {
                texts.add(JsonText.of(item, each));
            }
            Collections.sort(texts);
            out.writeStartArray();
            for (String text : texts) {
                out.writeRawValue(text);
            }
            out.writeEndArray();
        }

        private static <T> void writeTexts(Set<T> value, TextCodec<T> item, JsonGenerator out) throws IOException {
            List<String> texts = new ArrayList<>(value.size());
            for (T each : value) {
                texts.add(item.print().apply(each));
            }
            Collections.sort(texts);
            out.writeStartArray();
            for (String text : texts) {
                out.writeString(text);
            }
            out.writeEndArray();
        }

        @Override
        public Set<T> read(JsonParser in) throws IOException {
            return Collections.unmodifiableSet(new LinkedHashSet<>(items(item, in)));
        }

        @Override
        public boolean isLeftOut(Set<T> value) {
            return value.isEmpty();
        }

        @Override
        public Optional<Set<T>> missing() {
            return Optional.of(Set.of());
        }
    }

    record MapCodec<K, V>(TextCodec<K> key, Codec<V> item) implements Codec<Map<K, V>> {

        @Override
        public void write(Map<K, V> value, JsonGenerator out) throws IOException {
            Map<String, V> ordered = new TreeMap<>();
            value.forEach((k, v) -> ordered.put(key.print().apply(k), v));
            out.writeStartObject();
            for (Map.Entry<String, V> entry : ordered.entrySet()) {
                out.writeFieldName(entry.getKey());
                item.write(entry.getValue(), out);
            }
            out.writeEndObject();
        }

        @Override
        public Map<K, V> read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw UnreadableException.unexpected("an object", in);
            }
            Map<K, V> map = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                K k = key.parsed(in.currentName());
                in.nextToken();
                if (map.put(k, item.read(in)) != null) {
                    throw UnreadableException.twice(in.currentName());
                }
            }
            return Collections.unmodifiableMap(map);
        }

        @Override
        public boolean isLeftOut(Map<K, V> value) {
            return value.isEmpty();
        }

        @Override
        public Optional<Map<K, V>> missing() {
            return Optional.of(Map.of());
        }
    }

    private static <T> List<T> items(Codec<T> item, JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw UnreadableException.unexpected("an array", in);
        }
        List<T> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(item.read(in));
        }
        return items;
    }
}
