package org.itsmkit.spi;

import java.util.OptionalInt;

/** What a text must be so that every store gives it back as it was. */
public final class Texts {

    /** The greatest length of any one text, in UTF-16 code units: 1 MiB. */
    public static final int MAX_LENGTH = 1 << 20;

    private Texts() {}

    /**
     * Returns the index of the first character that some store cannot keep: a NUL, or a surrogate without its other half.
     * Empty if there is none.
     */
    public static OptionalInt firstUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return OptionalInt.of(i);
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return OptionalInt.of(i);
                }
                i++;
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Returns {@code text} if every store can keep it verbatim: at most {@link #MAX_LENGTH} code units, no NUL, no lone surrogate.
     *
     * @throws IllegalArgumentException if not; the message names {@code what} and never repeats the text
     */
    public static String requireStorable(String text, String what) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters; at most " + MAX_LENGTH + " are kept");
        }
        OptionalInt index = firstUnstorable(text);
        if (index.isPresent()) {
            throw new IllegalArgumentException(what + " has a NUL or a lone surrogate at index " + index.getAsInt());
        }
        return text;
    }

    /**
     * Compares by code point: the order of strings in every store. It differs from {@link String#compareTo} where
     * characters beyond U+FFFF meet those from U+E000 to U+FFFF.
     */
    public static int compareByCodePoint(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogateA = Character.isSurrogate(a);
                boolean surrogateB = Character.isSurrogate(b);
                return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
