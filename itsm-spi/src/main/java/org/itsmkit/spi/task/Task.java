package org.itsmkit.spi.task;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.Texts;

/**
 * Work to be done once, at or after an instant.
 *
 * @param key unique within the tenant among tasks not yet done: scheduling it again replaces it; by {@link Keys#requireName}
 * @param type what kind of work, by {@link Keys#requireCode}
 * @param due the earliest instant to do it; truncated to microseconds
 * @param payload what there is to know; at most 50 texts of at most 4,000 characters, 50,000 in all, so it
 *     never holds more than a pointer and a few words
 */
public record Task(String key, String type, Instant due, Map<String, String> payload) {

    public Task {
        Keys.requireName(key, "task key");
        Keys.requireCode(type, "task type");
        due = Micros.truncate(due);
        payload = Map.copyOf(payload);
        if (payload.size() > 50) {
            throw new IllegalArgumentException("a task's payload has at most 50 texts, not " + payload.size());
        }
        payload.forEach((name, text) -> {
            Keys.requireCode(name, "payload name");
            Texts.requireStorable(Objects.requireNonNull(text, name), name);
            if (text.length() > 4_000) {
                throw new IllegalArgumentException("payload " + name + " has more than 4,000 characters");
            }
        });
        if (payload.values().stream().mapToInt(String::length).sum() > 50_000) {
            throw new IllegalArgumentException("a task's payload has at most 50,000 characters");
        }
    }
}
