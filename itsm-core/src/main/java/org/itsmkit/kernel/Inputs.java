package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Texts;

/**
 * Gathers all that is wrong with what a person gave, instead of the first thing only. Not safe for use by many threads.
 */
public final class Inputs {

    /** Letters and signs that are drawn as nothing: fillers of Hangul, the empty pattern of Braille, joiners and selectors. */
    private static final String BLANK = "\u115F\u1160\u3164\uFFA0\u2800\u034F\uFE0E\uFE0F";

    private final List<Violation> violations = new ArrayList<>();

    private Inputs() {}

    /** Nothing is wrong yet. */
    public static Inputs check() {
        return new Inputs();
    }

    /** The text must say something, in at most {@code most} code points, on one line, and be storable. */
    public Inputs line(String field, String text, int most) {
        if (text.codePoints().anyMatch(Inputs::breaksLine)) {
            violations.add(Violation.of("text.not-one-line", "field", field, "The " + field + " must be one line."));
        }
        return text(field, text, most);
    }

    /** The text must say something, in at most {@code most} code points, and be storable. */
    public Inputs text(String field, String text, int most) {
        require(saysSomething(text), "text.missing", field, "The " + field + " is missing.");
        return optionalText(field, text, most);
    }

    /** Whether there is anything in {@code text} that can be seen: more than white space and characters without a shape of their own. */
    public static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Inputs::isSeen);
    }

    /** Whether {@code value} is more than a text in which nothing can be seen, or a list of nothing but such texts. */
    public static boolean saysSomething(FieldValue value) {
        if (value instanceof FieldValue.ListOf list) {
            return list.values().stream().anyMatch(Inputs::saysSomething);
        }
        return !(value instanceof FieldValue.Text text) || saysSomething(text.value());
    }

    private static boolean breaksLine(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint != '\t'
                && (type == Character.CONTROL
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    /** Spaces of all sorts, the blank pattern of Braille, fillers, and characters without a shape of their own, say nothing. */
    private static boolean isSeen(int codePoint) {
        int type = Character.getType(codePoint);
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && BLANK.indexOf(codePoint) < 0;
    }

    /** The text may be empty; else it has at most {@code most} code points and is storable. */
    public Inputs optionalText(String field, String text, int most) {
        require(
                text.length() <= Texts.MAX_LENGTH && text.codePointCount(0, text.length()) <= most,
                "text.too-long",
                field,
                "The " + field + " has more than " + most + " characters.");
        return require(
                Texts.firstUnstorable(text).isEmpty(),
                "text.not-storable",
                field,
                "The " + field + " has a character that cannot be kept.");
    }

    /** It must be so, or {@code code} is violated by {@code field}. */
    public Inputs require(boolean holds, String code, String field, String sentence) {
        if (!holds) {
            violations.add(Violation.of(code, "field", field, sentence));
        }
        return this;
    }

    /** Nothing must be said here. */
    public Inputs objection(Optional<Violation> violation) {
        violation.ifPresent(violations::add);
        return this;
    }

    /** All that is wrong; empty if nothing is. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
