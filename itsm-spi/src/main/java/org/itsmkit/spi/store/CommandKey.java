package org.itsmkit.spi.store;

import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/**
 * Makes a command's effect happen once, however often it is sent: kept with the commit that carried it.
 *
 * @param key the sender's name for this command, unique within the tenant; by {@link Keys#requireName}
 * @param content a digest of what was asked, by which other content under the same key is noticed; at most 128 characters
 * @param result what the first sender was answered, given to every later one; at most 4,000 characters
 */
public record CommandKey(String key, String content, String result) {

    public CommandKey {
        Keys.requireName(key, "command key");
        Objects.requireNonNull(content, "content");
        Texts.requireStorable(result, "result");
        if (content.length() > 128 || result.length() > 4_000) {
            throw new IllegalArgumentException("content has at most 128 and result at most 4,000 characters");
        }
    }
}
