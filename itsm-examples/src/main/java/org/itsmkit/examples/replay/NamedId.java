package org.itsmkit.examples.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.itsmkit.spi.RecordId;

/**
 * Ids for what the log only names. A name that can be an id is one; any other is made readable, with a digest after a colon that keeps
 * names apart which look alike. Since names with a colon are never taken as they are, no name can pass for another's id.
 */
final class NamedId {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int READABLE = 40;
    private static final int DIGEST_BYTES = 10;

    private NamedId() {}

    /** The id of what is called {@code name}, ever the same; white space at its ends is no part of it. */
    static RecordId of(String name) {
        String text = name.strip();
        return RecordId.of(PLAIN.matcher(text).matches() ? text : readable(text) + ":" + digest(text));
    }

    private static String readable(String text) {
        String code = text.substring(0, Math.min(READABLE, text.length()))
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return code.isEmpty() ? "named" : code;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
