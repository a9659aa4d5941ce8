package org.itsmkit.jdbc.internal.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bounded key under which a text of any length is found and ordered, since no database indexes a mebibyte.
 *
 * <p>A text of at most {@link #MAX_BYTES} bytes in UTF-8 is its own key. The key of a longer one is its longest beginning of that
 * size, then U+10FFFF, then the digest of the whole. So equal keys mean equal texts; a key and a short text stand in the same order
 * as their texts; only of two long texts with the same {@link #group} the key does not tell the order.
 */
public final class TextKey {

    /** The most bytes of a text that is its own key. */
    public static final int MAX_BYTES = 800;

    /** The characters of the digest at the end of a long text's key. */
    static final int DIGEST_LENGTH = 64;

    private static final String MARK = Character.toString(Character.MAX_CODE_POINT);
    private static final String AFTER_ALL_DIGESTS = "g";

    private TextKey() {}

    /** Whether {@code text} is too long to be its own key. */
    public static boolean isLong(String text) {
        return text.length() > MAX_BYTES || (text.length() * 3 > MAX_BYTES && beginning(text) < text.length());
    }

    /** The key of {@code text}. */
    public static String of(String text) {
        return isLong(text) ? group(text) + digest(text) : text;
    }

    /** What the keys of all long texts with the same beginning as the long {@code text} begin with. */
    public static String group(String text) {
        return text.substring(0, beginning(text)) + MARK;
    }

    /** The least text after every key that begins with {@code group}. */
    public static String afterGroup(String group) {
        return group + AFTER_ALL_DIGESTS;
    }

    /** The least text that is greater than every text that begins with {@code prefix}; empty if there is none. */
    public static Optional<String> afterPrefix(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(prefix.substring(0, end) + Character.toString(next));
            }
        }
        return Optional.empty();
    }

    /** The length of the longest beginning, of whole code points, that has at most {@link #MAX_BYTES} bytes. */
    private static int beginning(String text) {
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > MAX_BYTES) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
