package org.itsmkit.spi;

import java.text.Normalizer;

/**
 * What a text must be to serve as a key. Keys travel through URLs, logs and every database's collation,
 * so they are held to what all of these keep apart.
 */
public final class Keys {

    /** The greatest length of a key that the kit or a host chooses (kinds, fields, tenants, records), in characters. */
    public static final int MAX_CODE_LENGTH = 64;

    /** The greatest length of a key that people chose (logins, group names), in code points. */
    public static final int MAX_NAME_LENGTH = 128;

    private Keys() {}

    /**
     * Returns {@code value} if it is a code: 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, the first a letter or digit.
     *
     * @throws IllegalArgumentException if it is not; the message names {@code what}
     */
    public static String requireCode(String value, String what) {
        if (value.isEmpty() || value.length() > MAX_CODE_LENGTH) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + MAX_CODE_LENGTH + " characters, not " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == 0 || "._:-".indexOf(c) < 0)) {
                throw new IllegalArgumentException(what + " has an illegal character at index " + i
                        + ": allowed are A-Z a-z 0-9 and, after the first, . _ : -");
            }
        }
        return value;
    }

    /**
     * Returns {@code value} if it is a name as people and directories choose them: 1 to 128 code points, well-formed,
     * in normal form C, without control or format characters, without white space at its ends.
     *
     * @throws IllegalArgumentException if it is not; the message names {@code what}
     */
    public static String requireName(String value, String what) {
        Texts.requireStorable(value, what);
        int length = value.codePointCount(0, value.length());
        if (length == 0 || length > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + MAX_NAME_LENGTH + " code points, not " + length);
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " must not begin or end with white space");
        }
        if (value.codePoints().anyMatch(Keys::isInvisible)) {
            throw new IllegalArgumentException(what + " must not contain control or format characters");
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException(what + " must be in Unicode normal form C");
        }
        return value;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
