package org.itsmkit.spi.query;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text, by which it is searched: runs of letters, digits and marks, compatibility-normalised (NFKC), in lower case
 * of no locale. The same in every store, so that a search finds the same records everywhere.
 */
public final class Words {

    /** The most different words that are kept of one text; further ones are not found. */
    public static final int MAX_WORDS = 200;

    /** The most code points that are kept of one word; longer words are cut there, in texts and in searches alike. */
    public static final int MAX_WORD_LENGTH = 40;

    private Words() {}

    /** Returns the first {@link #MAX_WORDS} different words of {@code text} in the order in which they first stand in it. */
    public static Set<String> of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        int i = 0;
        while (i < normal.length() && words.size() < MAX_WORDS) {
            int start = i;
            int length = 0;
            int cut = start;
            while (i < normal.length() && isPartOfWord(normal.codePointAt(i))) {
                i += Character.charCount(normal.codePointAt(i));
                if (++length <= MAX_WORD_LENGTH) {
                    cut = i;
                }
            }
            if (length > 0) {
                words.add(normal.substring(start, cut));
            } else {
                i += Character.charCount(normal.codePointAt(i));
            }
        }
        return words;
    }

    private static boolean isPartOfWord(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
